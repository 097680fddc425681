package dev.auricle.data.audioset;

import java.util.List;

/**
 * Ten labelled seconds of a video.
 *
 * @param line of the list that names it
 * @param video YouTube's id, 11 characters
 * @param start in the video, in seconds
 * @param end in the video, in seconds
 * @param classes ids, such as {@code /m/09x0r}
 */
public record Segment(int line, String video, double start, double end, List<String> classes) {}
