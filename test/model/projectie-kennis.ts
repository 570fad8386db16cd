import type { KennisData } from '../../src/rules/kennis.ts';
import type { BerichtType } from '../../src/standard/message-types.ts';
import { MESSAGES } from '../../src/standard/messages/index.ts';
import type { KennisVraag } from '../../src/verdict/kennis-vraag.ts';
import type { Bewaard, Projectie } from './projectie.ts';

export const clientSleutel = (bsn: string) => `client-${bsn}`;

export interface Geladen {
  readonly kennis: KennisData;
  readonly beantwoord: Bewaard | null;
}

/** The sets that a message asks for, as the store loads them. */
export function laadKennis(uit: Projectie, vraag: KennisVraag): Geladen {
  const clienten = Object.fromEntries(vraag.bsns.map((bsn) => [bsn, clientSleutel(bsn)]));
  const namen = new Set(Object.values(clienten));
  const hier = <T extends { readonly tussen: { readonly gemeente: string; readonly aanbieder: string } }>(
    items: Iterable<T>,
  ) => [...items].filter(({ tussen: t }) => vraag.gemeenten.includes(t.gemeente) && t.aanbieder === vraag.aanbieder);
  const toewijzingen = [...uit.toewijzingen.values()].filter(
    (t) =>
      vraag.gemeenten.includes(t.gemeente) &&
      t.aanbieder === vraag.aanbieder &&
      ((vraag.alleToewijzingen && namen.has(t.client)) || vraag.toewijzingNummers.includes(t.nummer ?? -1)),
  );
  toewijzingen.sort(
    (a, b) =>
      volgens(a.ingangsdatum, b.ingangsdatum) ||
      (a.nummer ?? -1) - (b.nummer ?? -1) ||
      volgens(a.categorie ?? '', b.categorie ?? '') ||
      volgens(a.code ?? '', b.code ?? '') ||
      volgens(a.sleutel, b.sleutel),
  );
  const sleutels = new Set<string | null>(toewijzingen.map((t) => t.sleutel));
  const genoemd = new Set<string | null>(vraag.prestatieReferenties);
  const prestaties = hier(vraag.declaraties ? uit.prestaties.values() : []).filter(
    (p) => sleutels.has(p.toewijzing) || genoemd.has(p.referentie) || genoemd.has(p.vorigeReferentie),
  );
  const beantwoord = beantwoordBij(uit, vraag);
  return {
    beantwoord,
    kennis: {
      berichtId: vraag.berichtId,
      ontvangenOp: vraag.ontvangenOp.toISOString(),
      gemeenten: vraag.gemeenten,
      clienten,
      toewijzingen,
      regie: hier(uit.regie).filter((r) => namen.has(r.client)),
      verzoeken: hier(vraag.verzoeken ? uit.verzoeken.values() : []).filter(
        (v) =>
          namen.has(v.client) ||
          vraag.referentiesAanbieder.includes(v.referentie) ||
          (beantwoord !== null && (v.beslistDoor === beantwoord.id || v.berichtId === beantwoord.inAntwoordOp)),
      ),
      declaraties: vraag.declaraties ? hier(uit.declaraties) : [],
      prestaties: prestaties.sort((a, b) => volgens(a.begin, b.begin)),
      claims: Object.fromEntries([...uit.claims].filter(([sleutel]) => vraag.claims.includes(sleutel))),
      clientGegevens: Object.fromEntries(
        [...(vraag.clientGegevens ? namen : [])].flatMap((client) => {
          const gegevens = uit.gegevens.get(`${vraag.aanbieder} ${vraag.gemeenten[0]} ${client}`);
          return gegevens === undefined ? [] : [[client, gegevens]];
        }),
      ),
      beantwoord:
        beantwoord === null ? null : { ...kopVan(beantwoord), alBeantwoord: isBeantwoord(uit, beantwoord), inhoud: {} },
    },
  };
}

const kopVan = ({ id, type, release }: Bewaard) => ({ id, type, release });
const volgens = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The accepted message that is answered: by its Identificatie, or by the number of the declaratie. */
function beantwoordBij(uit: Projectie, { beantwoordt }: KennisVraag): Bewaard | null {
  if (beantwoordt === null) return null;
  const { type, zender, identificatie } = beantwoordt;
  const perNummer = new Set(
    uit.declaraties
      .filter((d) => type === 'JW303' && d.tussen.aanbieder === zender && d.nummer === identificatie)
      .map((d) => d.berichtId),
  );
  const aanvaard = (b: Bewaard) => b.bezorgd || b.status === 'goedgekeurd' || b.status === 'deels-goedgekeurd';
  return (
    uit.berichten.findLast(
      (b) =>
        b.type === type &&
        aanvaard(b) &&
        ((b.partij === zender && b.identificatie === identificatie) || perNummer.has(b.id)),
    ) ?? null
  );
}

function isBeantwoord(uit: Projectie, heen: Bewaard): boolean {
  const antwoord = MESSAGES[heen.type as BerichtType].antwoord;
  return uit.berichten.some((b) => b.inAntwoordOp === heen.id && b.type === antwoord && b.status === 'goedgekeurd');
}
