import type { ComponentChildren } from 'preact';
import type { Action } from '../access/actions.ts';
import type { PartyPrincipal, StaffPrincipal } from '../access/principal.ts';
import type { Api } from '../api/vraag.ts';
import type { TabelBeeld } from './kit/table-data.tsx';

/** A request for a page as its function sees it: nothing of fastify, so that a page is a plain function. */
export interface PageRequest {
  readonly principal: PartyPrincipal | StaffPrincipal;
  readonly api: Api;
  readonly params: Readonly<Record<string, string>>;
  /** Without what was left empty: a form sends all of its fields. */
  readonly query: Readonly<Record<string, string>>;
  /** Fields of a form that was posted; empty for a page that was only asked for. */
  readonly form: Form;
  readonly now: Date;
  /** A table is asked for as a file: then all of it, not one screen. */
  readonly whole: boolean;
}

export interface FormFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Form {
  /** Trimmed; empty when it was not sent. */
  text(naam: string): string;
  /** Of a field that may stand in it several times. */
  all(naam: string): readonly string[];
  /** Of an uploaded file; undefined without one. */
  file(naam: string): FormFile | undefined;
  /** Of a field that takes several files; those without a byte are left out. */
  files(naam: string): readonly FormFile[];
}

/** A page as it goes out. */
export interface View {
  readonly kind: 'view';
  readonly status?: number;
  /** The h1, and the title of the tab. */
  readonly title: string;
  /** Under the title: what this page is for, in a sentence. */
  readonly intro?: ComponentChildren;
  readonly body: ComponentChildren;
  /** Those that can be had as a file. */
  readonly tables?: readonly TabelBeeld[];
  /** Those tables as a workbook (base64), by name, where no address shows the page again. */
  readonly workbooks?: ReadonlyMap<string, string>;
  /** Events (docs/api.md) after which the page looks again; absent: it stays as it is. */
  readonly live?: readonly string[];
}

export interface FileOut {
  readonly kind: 'file';
  /** Letters, digits, dots and dashes. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export type PageOutcome =
  | View
  /** After a form was carried out: 303. */
  | { readonly kind: 'to'; readonly url: string }
  /** Something to keep, in place of a page. */
  | FileOut
  | { readonly kind: 'not-found' }
  /** A heavy question that found no turn. */
  | { readonly kind: 'busy' };

/** What may be asked of a page, or posted to it. */
export interface PageRoute {
  readonly path: string;
  readonly action: Action;
  /** Names that its query may hold, beside `csv` and `xlsx`. */
  readonly query?: readonly string[];
  readonly show: (request: PageRequest) => Promise<PageOutcome>;
}

export interface Post {
  readonly path: string;
  readonly action: Action;
  /** Of its body, where it may be longer than of an ordinary form (bytes). */
  readonly bodyLimit?: number;
  readonly act: (request: PageRequest) => Promise<PageOutcome>;
}
