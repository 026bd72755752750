/** The roles of an office's people: who may do what is this one table. */
export const roles = ['administrator', 'clerk', 'commander', 'viewer'] as const;
export type Role = (typeof roles)[number];

export const roleLabels: Record<Role, string> = {
  administrator: 'Quản trị',
  clerk: 'Nhập liệu',
  commander: 'Chỉ huy',
  viewer: 'Chỉ xem',
};

/**
 * Right → the roles that hold it. The gateway asks this table before any call is carried out. A commander reads,
 * approves and unlocks: closes a campaign and opens it again, and writes no record.
 */
export const rights = {
  'records.read': ['administrator', 'clerk', 'commander', 'viewer'],
  'records.write': ['administrator', 'clerk'],
  'records.void': ['administrator', 'clerk'],
  'campaign.write': ['administrator', 'clerk'],
  'campaign.close': ['commander'],
  'campaign.reopen': ['commander'],
  /** Lets a fund campaign take something in after its closing day. */
  'fund.reopen': ['commander'],
  'units.write': ['administrator', 'clerk'],
  'documents.make': ['administrator', 'clerk', 'commander', 'viewer'],
  'documents.internal': ['administrator', 'clerk', 'commander'],
  /** Answers opinions: holds the second key, sees who wants a written answer. */
  'opinions.answer': ['administrator', 'clerk', 'commander'],
  'backup.make': ['administrator', 'clerk', 'commander'],
  'backup.restore': ['administrator'],
  'settings.write': ['administrator'],
  'users.manage': ['administrator'],
  'audit.read': ['administrator', 'commander'],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof rights;

/** Whether a role holds a right. */
export function may(role: Role, right: Right): boolean {
  return (rights[right] as readonly Role[]).includes(role);
}
