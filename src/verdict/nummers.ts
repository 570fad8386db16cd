/**
 * Where the numbers come from that the gateway gives out. Blocks are drawn outside the verdict's transaction; gaps are
 * fine, claims guard uniqueness; a dry run draws from a throw-away source (docs/decisions/one-message-one-effect.md).
 */
export interface Nummers {
  /** 'IG' and ten characters. */
  identificatie(): string;
  /** ToewijzingNummer in the name of a gemeente. */
  toewijzingNummer(gemeente: string): number;
  /** Own key of a toewijzing that is new: a UUID. */
  sleutel(): string;
}

/** First numbers of the blocks that were drawn for one message: plain data, so that it can go to a thread. */
export interface NummerBlok {
  readonly identificatie: number;
  readonly toewijzing: Readonly<Record<string, number>>;
  /** 32 hexadecimal digits that no other block has; keys are derived from it. */
  readonly zaad: string;
}

/** How many numbers a message may need at most; the shell draws that many. */
export interface NummerVraag {
  readonly identificaties: number;
  readonly toewijzingen: number;
}

export function nummersUit(blok: NummerBlok): Nummers {
  let identificaties = 0;
  let sleutels = 0;
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
    sleutel() {
      const staart = (sleutels++).toString(16).padStart(8, '0');
      const z = blok.zaad;
      return `${z.slice(0, 8)}-${z.slice(8, 12)}-${z.slice(12, 16)}-${z.slice(16, 20)}-${z.slice(20, 24)}${staart}`;
    },
  };
}
