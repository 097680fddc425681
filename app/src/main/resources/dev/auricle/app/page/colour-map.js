// Levels to colours: matplotlib's "magma", by its values at nine places.

const ANCHORS = [[0, 0, 4], [28, 16, 68], [79, 18, 123], [129, 37, 129], [181, 54, 122], [229, 80, 100], [251, 135, 97], [254, 194, 135], [252, 253, 191]];

/** 256 colours as 32-bit ABGR, which is how a canvas lays out its pixels. */
export const MAGMA = Uint32Array.from({ length: 256 }, (_, level) => {
  const place = (level / 255) * (ANCHORS.length - 1);
  const i = Math.min(ANCHORS.length - 2, Math.floor(place));
  const [r, g, b] = [0, 1, 2].map((k) => Math.round(ANCHORS[i][k] + (place - i) * (ANCHORS[i + 1][k] - ANCHORS[i][k])));
  return (255 << 24) | (b << 16) | (g << 8) | r;
});
