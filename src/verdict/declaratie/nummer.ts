import { MESSAGES } from '../../standard/messages/index.ts';
import { below, type ElementPath } from '../../standard/path.ts';
import { type Bericht, waardeVan } from '../../xml/tree.ts';

/** A value that a declaratie gives of itself as a whole, by its path there; empty when it gives none. */
export function declaratieWaarde({ type, inhoud }: Bericht, pad: ElementPath): string {
  const { declaratie } = MESSAGES[type];
  return declaratie === null ? '' : (waardeVan(inhoud, below(declaratie.in, pad)) ?? '');
}

/** What the aanbieder calls it: DeclaratieNummer, in iJW 2.3 DeclarantFactuurNummer. */
export function declaratieNummer(bericht: Bericht): string {
  const { declaratie } = MESSAGES[bericht.type];
  return declaratie === null ? '' : declaratieWaarde(bericht, declaratie.nummer);
}
