/**
 * What is wrong (or worth a signal) in a message, as people read it (docs/bevindingen.md).
 * Levels: 0 the gate, 1 XSD, 2 inside the message, 3 against earlier messages, 4 against an external source.
 */
export type Niveau = 0 | 1 | 2 | 3 | 4;
export type Ernst = 'fout' | 'signaal';

export interface Bevinding {
  readonly niveau: Niveau;
  /** Rule code of the standard (TR358), or ours: `POORT-…` level 0, `XSD` level 1, `GW-…` signals. */
  readonly regel: string;
  /** What goes on the wire; null where the standard sends no code (levels 0 and 1, signals). */
  readonly retourcode: string | null;
  /** Only `fout` rejects. */
  readonly ernst: Ernst;
  /**
   * Location path of local names from the root: `/Bericht/Client/ToegewezenProducten/ToegewezenProduct[2]/Omvang/Volume`.
   * An index stands only where an element has siblings of the same name, as libxml2 writes it. An element whose name is
   * neither of the standard nor a plain word is `*[n]`: the nth child, whatever its name. Null: the file as a whole.
   */
  readonly pad: string | null;
  readonly lijn: number | null;
  readonly kolom: number | null;
  /** Dutch: what is wrong, what to do. Personal data in it is masked. */
  readonly melding: string;
  /** Of the line that closes a report which was cut short: how many more there are, by rule code. */
  readonly meer?: Readonly<Record<string, number>>;
}
