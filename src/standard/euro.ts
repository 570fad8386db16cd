/** Eurocents as people in the Netherlands write them: `-1.234,56 euro`. */
export function euro(centen: number): string {
  const bedrag = Math.abs(centen).toString().padStart(3, '0');
  const heel = bedrag.slice(0, -2).replace(/\B(?=(?:\d{3}){1,5}$)/g, '.');
  return `${centen < 0 ? '-' : ''}${heel},${bedrag.slice(-2)} euro`;
}
