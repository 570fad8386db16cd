import type { VerzoekRecord } from '../../dossier/verzoek.ts';
import type { Bevinding } from '../../findings/bevinding.ts';
import type { GevraagdProduct } from '../../requests/gevraagd.ts';
import type { Uitkomst } from '../../requests/uitkomst.ts';

/** One AangevraagdProduct with its record and what becomes of it. */
export interface VerzoekOnderdeel {
  readonly gevraagd: GevraagdProduct;
  readonly verzoek: VerzoekRecord;
  readonly uitkomst: Uitkomst;
  /** Path of the AangevraagdProduct, for findings. */
  readonly pad: string;
  /** What our own rules have against the answer that it would get; then it waits for the gemeente. */
  readonly bezwaren?: readonly Bevinding[];
}
