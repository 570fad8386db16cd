/**
 * Where the numbers come from that the gateway gives out. Blocks are drawn outside the verdict's transaction; gaps are
 * fine, claims guard uniqueness; a dry run draws from a throw-away source (docs/decisions/one-message-one-effect.md).
 */
export interface Nummers {
  /** 'IG' and ten characters. */
  identificatie(): string;
  /** ToewijzingNummer in the name of a gemeente. */
  toewijzingNummer(gemeente: string): number;
}

/** First numbers of the blocks that were drawn for one message: plain data, so that it can go to a thread. */
export interface NummerBlok {
  readonly identificatie: number;
  readonly toewijzing: Readonly<Record<string, number>>;
}

/** How many numbers a message may need at most; the shell draws that many. */
export interface NummerVraag {
  readonly identificaties: number;
  readonly toewijzingen: number;
}

export function nummersUit(blok: NummerBlok): Nummers {
  let identificaties = 0;
  const toewijzingen = new Map<string, number>();
  return {
    identificatie() {
      const n = blok.identificatie + identificaties++;
      return `IG${n.toString(36).toUpperCase().padStart(10, '0')}`;
    },
    toewijzingNummer(gemeente) {
      const volgende = toewijzingen.get(gemeente) ?? blok.toewijzing[gemeente];
      if (volgende === undefined) throw new Error(`no block of toewijzingnummers was drawn for gemeente ${gemeente}`);
      toewijzingen.set(gemeente, volgende + 1);
      return volgende;
    },
  };
}
