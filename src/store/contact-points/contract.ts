import type { ClientSleutel } from '../../dossier/client-sleutel.ts';

export interface AanspreekpuntStore {
  /** The aanbieder to speak to for a client; null: nobody. */
  setContactPoint(zet: {
    readonly gemeente: string;
    readonly client: ClientSleutel;
    readonly aanbieder: string | null;
    readonly door: string;
    readonly op: Date;
  }): Promise<void>;
  contactPoint(
    gemeenten: readonly string[],
    client: ClientSleutel,
  ): Promise<{ readonly aanbieder: string; readonly op: string } | undefined>;
}
