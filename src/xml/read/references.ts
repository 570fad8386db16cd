const NAMEN: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as it reads: character references and the five entities that XML knows replaced by what they stand for. */
export function zonderVerwijzingen(tekst: string): string {
  return tekst.replace(
    /&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g,
    (geheel, tien?: string, zestien?: string, naam?: string) => {
      if (naam !== undefined) return NAMEN[naam] ?? geheel;
      const teken = tien === undefined ? Number.parseInt(zestien ?? '', 16) : Number(tien);
      return teken <= 0x10ffff ? String.fromCodePoint(teken) : geheel;
    },
  );
}
