import type { VNode } from 'preact';
import type { BesluitGevolg } from '../../../gateway/werkbak.ts';
import { NIET_TEGEN, WERKBAK_TEKSTEN } from '../../../requests/teksten.ts';
import type { Weging } from '../../../verdict/werkbak/weeg.ts';
import { Sectie } from '../../kit/lijst.tsx';
import { Merk } from '../../kit/merk.tsx';
import { dayText, euros } from '../../kit/value.tsx';
import { omvangText } from '../../words/care.ts';
import type { Names } from '../../words/names.ts';
import { bovenText, Gevolgen } from './gevolgen.tsx';

/** What speaks for and against, and what assigning as asked would do. */
export function Afweging(props: {
  readonly toets: Weging;
  /** Of assigning as asked, with amounts; null where it was not tried. */
  readonly gevolgen: readonly BesluitGevolg[] | null;
  readonly names: Names;
}): VNode {
  const { toets, gevolgen, names } = props;
  const { voor, waarde, bijToewijzen } = toets;
  const boven = (gevolgen ?? []).flatMap((gevolg) => bovenText(gevolg, names) ?? []);
  // What says by how much says too that it is above it.
  const tegen = toets.tegen.filter((zin) => boven.length === 0 || zin !== WERKBAK_TEKSTEN['boven-signaalbudget']);
  return (
    <>
      <Sectie kop="Voor en tegen">
        {waarde === null ? null : (
          <p>
            Het gevraagde heeft een waarde van <strong>{euros(waarde)}</strong>.
          </p>
        )}
        <ul class="voor-tegen">
          {[...tegen, ...boven]
            .filter((zin) => !NIET_TEGEN.has(zin))
            .map((zin) => (
              <li>
                <Merk toon="let-op">tegen</Merk> {zin}
              </li>
            ))}
          {voor.map((zin) => (
            <li>
              <Merk toon="goed">voor</Merk> {zin}
            </li>
          ))}
        </ul>
      </Sectie>
      <Sectie kop="Wat toewijzen zou doen">
        {bijToewijzen.mogelijk && gevolgen !== null ? (
          <Gevolgen van={gevolgen} names={names} />
        ) : bijToewijzen.mogelijk ? (
          <ul>
            {bijToewijzen.toewijzingen.map((t) => (
              <li>
                {t.toewijzingNummer === null ? 'Nieuwe toewijzing' : `Toewijzing ${t.toewijzingNummer} gewijzigd`}:{' '}
                {names.product(t.categorie, t.code)}, {omvangText(t)}, van {dayText(t.ingangsdatum)}{' '}
                {t.einddatum === null ? 'zonder einddatum' : `tot en met ${dayText(t.einddatum)}`}
                {t.signaalbudget === null
                  ? '.'
                  : `, met een ${t.signaalbudget.soort === 'maatwerk' ? 'maatwerksignaalbudget' : 'signaalbudget'} van ${euros(t.signaalbudget.bedrag)}.`}
              </li>
            ))}
          </ul>
        ) : (
          <p class="bericht-vak">{bijToewijzen.melding ?? 'Toewijzen zoals gevraagd is niet mogelijk.'}</p>
        )}
      </Sectie>
    </>
  );
}
