import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  ValueNode,
  type Generated,
  type LimitNode,
} from 'kysely';
import type { KindName, StoredRecord } from '../../../shared/records/index.ts';
import type { Account, VoucherBook, VoucherKind } from '../../../shared/records/voucher.ts';

type Column<V> = V extends boolean ? number : V;
type Columns<R> = { [N in keyof R]: Column<R[N]> };

/** Columns that the program derives and no declaration names. */
interface Derived {
  household: { sort_key: string; identity_key: string };
  pledge: { sort_key: string; identity_key: string };
  team: { sort_key: string };
  officer: { sort_key: string };
  opinion_topic: { sort_key: string };
  working_group: { sort_key: string };
  in_kind_item: { sort_key: string };
}
type KindTables = {
  [N in KindName]: Columns<StoredRecord<N>> & (N extends keyof Derived ? Derived[N] : unknown);
};

/** Tables that are no record kind. */
interface OtherTables {
  workstation: { id: number; uid: string; name: string };
  user: {
    id: number;
    uid: string;
    version: Generated<number>;
    login: string;
    full_name: string;
    role: 'administrator' | 'clerk' | 'commander' | 'viewer';
    created_at: string;
    removed_at: string | null;
  };
  setting: { name: string; value: string };
  unit: {
    id: number;
    uid: string;
    origin: number;
    level: 'province' | 'district' | 'commune' | 'village';
    covered: number;
  };
  unit_version: {
    id: number;
    unit_id: number;
    name: string;
    type: string;
    code: string | null;
    parent_id: number | null;
    position: number;
    sample: number;
    valid_from: string;
    valid_to: string | null;
    legal_basis: string | null;
  };
  unit_succession: {
    id: number;
    from_unit_id: number;
    to_unit_id: number;
    date: string;
    legal_basis: string;
  };
  unit_alias: { unit_id: number; name: string };
  declared_household_count: { village_id: number; year: number; count: number };
  audit: {
    seq: number;
    origin: number;
    at: string;
    user_id: number;
    action: string;
    kind: string | null;
    record_id: number | null;
    record_hash: Buffer | null;
    payload_hash: Buffer;
    hash: Buffer;
  };
  audit_payload: { seq: number; salt: Buffer; payload: string };
  search: { rowid: number; exact: string; folded: string };
  opinion_speaker: { opinion_id: number; key_id: string; nonce: Buffer; ciphertext: Buffer };
  attachment_key: { id: number; secret: Buffer };
  voucher_book: { book: VoucherBook; origin: number; year: number; last: number };
  fund_entry: {
    id: number;
    fund_id: number;
    account: Account;
    item_id: number;
    day: string;
    amount: number;
    voucher: VoucherKind;
    voucher_id: number;
    reversal: number;
  };
  fund_day: {
    fund_id: number;
    account: Account;
    item_id: number;
    day: string;
    received: number;
    paid: number;
    balance: number;
  };
  draft: { user_id: number; form: string; content: string; saved_at: string };
}

/** The tables as Kysely sees them: the declared kinds and the few others. */
export type Tables = KindTables & OtherTables;

class Compiler extends SqliteQueryCompiler {
  /** Limits are written out: SQLite prepares a statement anew whenever a limit is bound to it. */
  protected override visitLimit(node: LimitNode): void {
    this.append('limit ');
    if (ValueNode.is(node.limit) && typeof node.limit.value === 'number')
      this.appendImmediateValue(node.limit.value);
    else this.visitNode(node.limit);
  }
}

/** Builds and types SQL; `Database` executes what it compiles. */
export const query = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new Compiler(),
  },
});
