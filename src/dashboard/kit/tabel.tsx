import type { VNode } from 'preact';
import { XLSX_TYPE } from '../../sheets/write-xlsx.ts';
import { csvOf } from './csv.ts';
import { Rol } from './rol.tsx';
import { AROUND, urlWith } from './surroundings.ts';
import type { TabelBeeld } from './table-data.tsx';
import { isNumeric } from './value.tsx';

/** Tables with more columns than this are set smaller, in two steps, so that they fit a screen of 1280 pixels. */
const [RUIM, VOL] = [9, 13];

export function Tabel({ van }: { readonly van: TabelBeeld }): VNode {
  if (van.rijen.length === 0) return <p class="leeg">{van.leeg}</p>;
  const rechts = van.koppen.map((_kop, i) => van.rijen.some((rij) => rij[i] !== undefined && isNumeric(rij[i].value)));
  const getoond = van.verborgen.filter((verborgen) => !verborgen).length;
  return (
    <div class="tabel">
      <Rol label={van.titel}>
        <table class={getoond > VOL ? 'veel heel-veel' : getoond > RUIM ? 'veel' : undefined}>
          <caption class="alleen-gehoord">{van.titel}</caption>
          <thead>
            <tr>
              {van.paginaKoppen.map((kop, i) =>
                van.verborgen[i] ? null : (
                  <th scope="col" class={rechts[i] ? 'getal' : undefined}>
                    {kop}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {van.rijen.map((rij) => (
              <tr>
                {rij.map((cel, i) =>
                  cel.hidden ? null : <td class={rechts[i] ? 'getal' : undefined}>{cel.shown}</td>,
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Rol>
      <Bestand van={van} />
    </div>
  );
}

/** Where the address shows the table again it gives the files too; else they stand in the page. */
function Bestand({ van }: { readonly van: TabelBeeld }): VNode {
  return (
    <AROUND.Consumer>
      {({ url, workbooks }) => {
        const workbook = workbooks.get(van.naam);
        return (
          <p class="bestand">
            {url === null ? (
              <a download={`${van.naam}.csv`} href={dataUrl('text/csv', Buffer.from(csvOf(van)).toString('base64'))}>
                {van.titel} als CSV
              </a>
            ) : (
              <a href={urlWith(url, { csv: van.naam, xlsx: null })}>{van.titel} als CSV</a>
            )}{' '}
            {url === null ? null : (
              <a href={urlWith(url, { xlsx: van.naam, csv: null })} aria-label={`${van.titel} als XLSX`}>
                als XLSX
              </a>
            )}
            {url !== null || workbook === undefined ? null : (
              <a download={`${van.naam}.xlsx`} href={dataUrl(XLSX_TYPE, workbook)} aria-label={`${van.titel} als XLSX`}>
                als XLSX
              </a>
            )}
          </p>
        );
      }}
    </AROUND.Consumer>
  );
}

function dataUrl(type: string, base64: string): string {
  return `data:${type};base64,${base64}`;
}
