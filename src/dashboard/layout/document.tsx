import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PartyPrincipal, StaffPrincipal } from '../../access/principal.ts';
import { Formulier } from '../kit/formulier.tsx';
import { AROUND, NO_WORKBOOKS } from '../kit/surroundings.ts';
import { Moment } from '../kit/value.tsx';
import { inMenu, menuFor } from './menu.ts';

export interface DocumentProps {
  readonly title: string;
  readonly intro?: ComponentChildren;
  readonly body: ComponentChildren;
  /** Undefined for who is not signed in. */
  readonly principal: PartyPrincipal | StaffPrincipal | null;
  readonly csrf: string;
  /** Path of the page, for the menu. */
  readonly path: string;
  /** Address that shows this again; null for the answer to a form. */
  readonly url: string | null;
  /** Where style and scripts are; their version is in it. */
  readonly assets: string;
  readonly now: Date;
  /** Tables as a workbook (base64), by name, where `url` cannot give them. */
  readonly workbooks?: ReadonlyMap<string, string>;
  /** Events after which the page looks again. */
  readonly live?: readonly string[];
}

/** A whole page as text. */
export function documentOf(props: DocumentProps): string {
  const { csrf, url, workbooks = NO_WORKBOOKS } = props;
  return `<!doctype html>\n${renderToString(
    <AROUND.Provider value={{ csrf, url, workbooks }}>
      <Document {...props} />
    </AROUND.Provider>,
  )}\n`;
}

function Document({ title, intro, body, principal, path, url, assets, now, live }: DocumentProps): VNode {
  return (
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · iJW-gateway`}</title>
        <link rel="icon" href={`${assets}/icoon.svg`} />
        <link rel="stylesheet" href={`${assets}/uPlot.min.css`} />
        <link rel="stylesheet" href={`${assets}/stijl.css`} />
        <script src={`${assets}/uPlot.iife.min.js`} defer />
        <script src={`${assets}/grafiek.js`} defer />
        <script src={`${assets}/neerzetten.js`} defer />
        {principal === null ? null : <script src={`${assets}/live.js`} defer data-stroom={`${assets}/stroom.js`} />}
      </head>
      <body>
        <a class="naar-inhoud" href="#inhoud">
          Naar de inhoud
        </a>
        <header class="kop">
          <p class="naam">
            <a href="/">iJW-gateway</a>
          </p>
          {principal === null ? null : <Wie principal={principal} />}
        </header>
        <div class="romp">
          <nav aria-label="Hoofdmenu">
            <ul>
              {principal === null ? (
                <li>
                  <a href="/aanmelden" aria-current="page">
                    Aanmelden
                  </a>
                </li>
              ) : (
                menuFor(principal).map((item) => (
                  <li>
                    <a href={item.path} aria-current={inMenu(path) === item.path ? 'page' : undefined}>
                      {item.tekst}
                    </a>
                  </li>
                ))
              )}
            </ul>
          </nav>
          <main id="inhoud" tabindex={-1} data-live={url === null ? undefined : live?.join(' ')}>
            <h1>{title}</h1>
            {intro === undefined ? null : <p class="inleiding">{intro}</p>}
            {body}
            <p class="stand">
              Stand van <Moment op={now.toISOString()} />
              <span data-ververst />
            </p>
          </main>
        </div>
      </body>
    </html>
  );
}

function Wie({ principal }: { readonly principal: PartyPrincipal | StaffPrincipal }): VNode {
  const waarvoor = principal.kind === 'party' ? principal.parties : principal.regions;
  return (
    <div class="wie">
      <p>
        {principal.keyName} <span class="rol-naam">({[principal.role, ...waarvoor].join(' ')})</span>
        {principal.readOnly ? <span class="rol-naam"> · alleen lezen</span> : null}
      </p>
      <Formulier action="/afmelden" class="afmelden">
        <button type="submit" class="rustig">
          Afmelden
        </button>
      </Formulier>
    </div>
  );
}
