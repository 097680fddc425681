// Numbers as people read them.

/** 75.25 s as 1:15.3; with no decimals 1:15. */
export function clock(seconds, decimals = 1) {
  const scale = 10 ** decimals;
  const rounded = Math.round(seconds * scale) / scale;
  const hours = Math.floor(rounded / 3600);
  const minutes = Math.floor(rounded / 60) % 60;
  const rest = (rounded % 60).toFixed(decimals).padStart(decimals ? decimals + 3 : 2, "0");
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

/** A length: 4.4 s, or 5:01 from a minute on. */
export function length(seconds) {
  return seconds < 59.95 ? `${seconds.toFixed(1)} s` : clock(seconds, 0);
}

export function percent(share, decimals = 0) {
  return `${(100 * share).toFixed(decimals)} %`;
}

export function bytes(count) {
  if (count < 1000) return `${count} B`;
  return count < 1e6 ? `${(count / 1e3).toFixed(0)} kB` : `${(count / 1e6).toFixed(1)} MB`;
}

export function plural(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}
