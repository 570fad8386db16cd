/** The queue of a region. */
export function queueName(regio: string): string {
  return `ijw-${regio}`;
}
