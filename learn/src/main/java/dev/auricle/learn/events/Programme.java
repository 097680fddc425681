package dev.auricle.learn.events;

import dev.auricle.audio.AudioClip;
import dev.auricle.runtime.Event;
import java.util.List;

/**
 * A sound of which it is known what is heard when.
 *
 * @param sound the sound
 * @param events in time
 */
public record Programme(AudioClip sound, List<Event> events) {}
