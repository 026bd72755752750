import type { CallOutput } from '../../shared/api.ts';
import { kindOf } from '../../shared/records/index.ts';
import type { PageParams } from './navigation.tsx';
import { pageOfKind } from './page-of-kind.ts';
import type { Page, PageKey } from './pages.ts';

type Hit = CallOutput<'search.find'>['hits'][number];

/** One line under the search field: a page, a record or a unit, and what Enter opens. */
export interface Found {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  /** What it is, in a word. */
  readonly what: string;
  readonly page: PageKey;
  readonly params: PageParams;
}

/** A page of the rail, with the group that it stands in. */
export function foundPage({ key, title, group }: Page): Found {
  return { key, name: title, detail: group === title ? '' : group, what: 'trang', page: key, params: {} };
}

/** A record or a unit, with the page that shows it. */
export function foundRecord({ kind, id, name, detail, voided }: Hit): Found {
  return {
    key: `${kind}-${id}-${name}`,
    name,
    detail: voided ? `${detail} · đã hủy` : detail,
    what: kind === 'unit' ? 'địa bàn' : kindOf(kind).label,
    page: pageOfKind[kind] ?? 'home',
    params: { id, kind },
  };
}
