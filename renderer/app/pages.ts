import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { may, type Right, type Role } from '../../shared/rights.ts';

/** The groups of the left rail, from top to bottom. */
export const pageGroups = [
  'Việc hằng ngày',
  'Nhân dân',
  'Phong trào',
  'Nhà và quỹ',
  'In và báo cáo',
  'Sao lưu',
  'Quản trị',
] as const;
export type PageGroup = (typeof pageGroups)[number];

export const pageKeys = [
  'home',
  'stack',
  'roster',
  'conflicts',
  'households',
  'pledges',
  'forums',
  'opinions',
  'campaigns',
  'launches',
  'propaganda',
  'news',
  'documents',
  'house_board',
  'houses',
  'house_batch',
  'labour',
  'housing_programs',
  'funds',
  'receipts',
  'payments',
  'fund_book',
  'reconciliations',
  'coverage',
  'print',
  'backup',
  'units',
  'officers',
  'teams',
  'agency',
  'users',
  'settings',
  'audit',
] as const;
export type PageKey = (typeof pageKeys)[number];

/** One page of the workspace. */
export interface Page {
  readonly key: PageKey;
  readonly group: PageGroup;
  /** As the rail and the title bar call it. */
  readonly title: string;
  /** Who may see it. */
  readonly right: Right;
  readonly Component: LazyExoticComponent<ComponentType>;
}

const page = (
  key: PageKey,
  group: PageGroup,
  title: string,
  right: Right,
  load: () => Promise<{ default: ComponentType }>,
): Page => ({ key, group, title, right, Component: lazy(load) });

/** Every page, in the order of the rail. */
export const pages: readonly Page[] = [
  page('home', 'Việc hằng ngày', 'Bắt đầu', 'records.read', () => import('../pages/home/index.tsx')),
  page('stack', 'Việc hằng ngày', 'Nhập tờ', 'records.write', () => import('../pages/stack/index.tsx')),
  page(
    'roster',
    'Việc hằng ngày',
    'Nhập theo danh sách',
    'records.write',
    () => import('../pages/roster/index.tsx'),
  ),
  page(
    'conflicts',
    'Việc hằng ngày',
    'Cần đối chiếu',
    'records.write',
    () => import('../pages/conflicts/index.tsx'),
  ),
  page(
    'households',
    'Nhân dân',
    'Hộ gia đình',
    'records.read',
    () => import('../pages/households/index.tsx'),
  ),
  page('pledges', 'Nhân dân', 'Cam kết', 'records.read', () => import('../pages/pledges/index.tsx')),
  page('forums', 'Nhân dân', 'Diễn đàn', 'records.read', () => import('../pages/forums/index.tsx')),
  page(
    'opinions',
    'Nhân dân',
    'Ý kiến, kiến nghị',
    'records.read',
    () => import('../pages/opinions/index.tsx'),
  ),
  page(
    'campaigns',
    'Phong trào',
    'Đợt cam kết',
    'records.read',
    () => import('../pages/campaigns/index.tsx'),
  ),
  page('launches', 'Phong trào', 'Phát động', 'records.read', () => import('../pages/launches/index.tsx')),
  page(
    'propaganda',
    'Phong trào',
    'Tuyên truyền',
    'records.read',
    () => import('../pages/propaganda/index.tsx'),
  ),
  page('news', 'Phong trào', 'Tin, bài, tài liệu', 'records.read', () => import('../pages/news/index.tsx')),
  page(
    'documents',
    'Phong trào',
    'Văn bản tham mưu',
    'records.read',
    () => import('../pages/documents/index.tsx'),
  ),
  page(
    'house_board',
    'Nhà và quỹ',
    'Tiến độ làm nhà',
    'records.read',
    () => import('../pages/house-board/index.tsx'),
  ),
  page('houses', 'Nhà và quỹ', 'Nhà', 'records.read', () => import('../pages/houses/index.tsx')),
  page(
    'house_batch',
    'Nhà và quỹ',
    'Ghi bước hàng loạt',
    'records.write',
    () => import('../pages/house-batch/index.tsx'),
  ),
  page('labour', 'Nhà và quỹ', 'Ngày công', 'records.read', () => import('../pages/labour/index.tsx')),
  page('funds', 'Nhà và quỹ', 'Đợt vận động', 'records.read', () => import('../pages/funds/index.tsx')),
  page('receipts', 'Nhà và quỹ', 'Phiếu thu', 'records.read', () => import('../pages/receipts/index.tsx')),
  page('payments', 'Nhà và quỹ', 'Phiếu chi', 'records.read', () => import('../pages/payments/index.tsx')),
  page('fund_book', 'Nhà và quỹ', 'Sổ quỹ', 'records.read', () => import('../pages/fund-book/index.tsx')),
  page(
    'reconciliations',
    'Nhà và quỹ',
    'Đối chiếu quỹ',
    'records.read',
    () => import('../pages/reconciliations/index.tsx'),
  ),
  page(
    'housing_programs',
    'Nhà và quỹ',
    'Chương trình làm nhà',
    'records.read',
    () => import('../pages/housing-programs/index.tsx'),
  ),
  page('coverage', 'In và báo cáo', 'Độ phủ', 'records.read', () => import('../pages/coverage/index.tsx')),
  page('print', 'In và báo cáo', 'In sổ đăng ký', 'documents.make', () => import('../pages/print/index.tsx')),
  page('backup', 'Sao lưu', 'Sao lưu', 'backup.make', () => import('../pages/backup/index.tsx')),
  page('units', 'Quản trị', 'Địa bàn', 'records.read', () => import('../pages/units/index.tsx')),
  page('officers', 'Quản trị', 'Cán bộ', 'records.read', () => import('../pages/officers/index.tsx')),
  page('teams', 'Quản trị', 'Đội', 'records.read', () => import('../pages/teams/index.tsx')),
  page(
    'agency',
    'Quản trị',
    'Cơ quan và người ký',
    'settings.write',
    () => import('../pages/agency/index.tsx'),
  ),
  page('users', 'Quản trị', 'Người dùng', 'users.manage', () => import('../pages/users/index.tsx')),
  page('settings', 'Quản trị', 'Cài đặt', 'records.read', () => import('../pages/settings/index.tsx')),
  page('audit', 'Quản trị', 'Nhật ký', 'audit.read', () => import('../pages/audit/index.tsx')),
];

/** The pages that a role may see, in the order of the rail. */
export function pagesFor(role: Role): readonly Page[] {
  return pages.filter((one) => may(role, one.right));
}

/** The page of a key. */
export function pageOf(key: PageKey): Page {
  const found = pages.find((one) => one.key === key);
  if (!found) throw new RangeError(`No such page: ${key}`);
  return found;
}
