/** The value below which `p` percent of the measurements lie. */
export function percentile(metingen, p) {
  const gesorteerd = [...metingen].sort((a, b) => a - b);
  return gesorteerd[Math.min(gesorteerd.length - 1, Math.floor((gesorteerd.length * p) / 100))] ?? Number.NaN;
}

/** A number as people here write it. */
export function getal(waarde, decimalen = 0) {
  return waarde.toLocaleString('nl-NL', { minimumFractionDigits: decimalen, maximumFractionDigits: decimalen });
}
