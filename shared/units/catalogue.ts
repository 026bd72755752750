import { z } from 'zod';

const name = z.string().min(1);
const code = z.string().regex(/^\d{2,5}$/);

const villageSchema = z.strictObject({
  name,
  type: name,
  /** Other spellings seen in documents; they find the village, they are never shown for it. */
  aliases: z.array(name),
  /** A placeholder name, until the office renames it. */
  sample: z.boolean(),
});

const communeSchema = z.strictObject({
  code,
  name,
  type: name,
  valid_from: z.iso.date(),
  valid_to: z.iso.date().nullable(),
  villages: z.array(villageSchema),
});

/** A commune made by a merger; `from` are codes as of the day before, which may have meant another unit. */
const mergedCommuneSchema = z.strictObject({
  code,
  name,
  type: name,
  valid_from: z.iso.date(),
  legal_basis: name,
  from: z.array(code).min(2),
});

/** The shape of `resources/units.json`. */
export const catalogueSchema = z.strictObject({
  about: z.string(),
  province: z.strictObject({
    code,
    name,
    type: name,
    valid_from: z.iso.date(),
    valid_to: z.iso.date().nullable(),
  }),
  district: z.strictObject({
    code,
    name,
    type: name,
    valid_from: z.iso.date(),
    valid_to: z.iso.date(),
    legal_basis_of_end: name,
  }),
  communes: z.array(communeSchema),
  merged_communes: z.array(mergedCommuneSchema),
});

export type Catalogue = z.infer<typeof catalogueSchema>;
type Commune = Catalogue['communes'][number];
type Village = Commune['villages'][number];

/** One row of `unit_version`; `parent_key` names the parent by its catalogue key. */
export interface CatalogueVersion {
  name: string;
  type: string;
  code: string | null;
  parent_key: string | null;
  position: number;
  sample: boolean;
  valid_from: string;
  valid_to: string | null;
  legal_basis: string | null;
}

/** One row of `unit` with its versions, oldest first, and its aliases. */
export interface CatalogueUnit {
  /** Only for telling units apart while loading: codes are re-used with another meaning. */
  key: string;
  level: 'province' | 'district' | 'commune' | 'village';
  versions: CatalogueVersion[];
  aliases: string[];
}

/** One row of `unit_succession`. */
export interface CatalogueSuccession {
  from_key: string;
  to_key: string;
  date: string;
  legal_basis: string;
}

export interface CatalogueRows {
  /** Parents before their children: province, district, communes, merged communes, villages. */
  units: CatalogueUnit[];
  successions: CatalogueSuccession[];
}

const provinceKey = 'province';
const districtKey = 'district';
const communeKey = (commune: { code: string; valid_from: string }): string =>
  `commune ${commune.code} ${commune.valid_from}`;
const villageKey = (commune: Commune, village: Village): string => `${communeKey(commune)} ${village.name}`;

/** What a unit is apart from its parent, its place and its time. */
function identityOf(unit: { name: string; type: string; code?: string; sample?: boolean }) {
  return { name: unit.name, type: unit.type, code: unit.code ?? null, sample: unit.sample ?? false };
}

function topUnits({ province, district }: Catalogue): CatalogueUnit[] {
  const { valid_from, valid_to } = province;
  return [
    {
      key: provinceKey,
      level: 'province',
      aliases: [],
      versions: [
        { ...identityOf(province), parent_key: null, position: 1, valid_from, valid_to, legal_basis: null },
      ],
    },
    {
      key: districtKey,
      level: 'district',
      aliases: [],
      versions: [
        {
          ...identityOf(district),
          parent_key: provinceKey,
          position: 1,
          valid_from: district.valid_from,
          valid_to: district.valid_to,
          legal_basis: null,
        },
      ],
    },
  ];
}

/** A commune under the district, and under the province from the day after the district's last, if it goes on. */
function communeUnit(catalogue: Catalogue, commune: Commune, position: number): CatalogueUnit {
  const { district } = catalogue;
  const shared = { ...identityOf(commune), position };
  const underDistrict: CatalogueVersion = {
    ...shared,
    parent_key: districtKey,
    valid_from: commune.valid_from,
    valid_to: district.valid_to,
    legal_basis: null,
  };
  const versions = [underDistrict];
  if (commune.valid_to === null) {
    versions.push({
      ...shared,
      parent_key: provinceKey,
      valid_from: dayAfterDistrict(catalogue),
      valid_to: null,
      legal_basis: district.legal_basis_of_end,
    });
  }
  return { key: communeKey(commune), level: 'commune', aliases: [], versions };
}

/** The day on which the mergers took effect and communes came under the province. */
function dayAfterDistrict({ merged_communes }: Catalogue): string {
  const [first] = merged_communes;
  if (!first) throw new Error('The catalogue has no mergers, but an abolished district.');
  return first.valid_from;
}

function mergedUnit(commune: Catalogue['merged_communes'][number], position: number): CatalogueUnit {
  const { valid_from, legal_basis } = commune;
  const version = {
    ...identityOf(commune),
    parent_key: provinceKey,
    position,
    valid_from,
    valid_to: null,
    legal_basis,
  };
  return { key: communeKey(commune), level: 'commune', aliases: [], versions: [version] };
}

/** A commune's villages; where the commune was merged away they go on under its successor. */
function villageUnits(catalogue: Catalogue, commune: Commune, filled: Map<string, number>): CatalogueUnit[] {
  const successor = catalogue.merged_communes.find(({ from }) => from.includes(commune.code));
  return commune.villages.map((village, index) => {
    const key = villageKey(commune, village);
    const first: CatalogueVersion = {
      ...identityOf(village),
      parent_key: communeKey(commune),
      position: index + 1,
      valid_from: commune.valid_from,
      valid_to: commune.valid_to,
      legal_basis: null,
    };
    if (!successor) return { key, level: 'village', aliases: village.aliases, versions: [first] };
    const parent_key = communeKey(successor);
    const position = (filled.get(parent_key) ?? 0) + 1;
    filled.set(parent_key, position);
    const { valid_from, legal_basis } = successor;
    const second = { ...first, parent_key, position, valid_from, valid_to: null, legal_basis };
    return { key, level: 'village', aliases: village.aliases, versions: [first, second] };
  });
}

/**
 * The catalogue as the rows that a database holds: units with their dated versions, aliases and successions. A
 * merged commune is a unit of its own, also where it keeps the name and code of one of those it was made from;
 * villages live on and change only their parent.
 */
export function catalogueRows(catalogue: Catalogue): CatalogueRows {
  const { communes, merged_communes } = catalogue;
  const filled = new Map<string, number>();
  const units = [
    ...topUnits(catalogue),
    ...communes.map((commune, index) => communeUnit(catalogue, commune, index + 1)),
    ...merged_communes.map((commune, index) => mergedUnit(commune, communes.length + index + 1)),
    ...communes.flatMap((commune) => villageUnits(catalogue, commune, filled)),
  ];
  const successions = merged_communes.flatMap((merged) =>
    communes
      .filter(({ code: old }) => merged.from.includes(old))
      .map((old) => ({
        from_key: communeKey(old),
        to_key: communeKey(merged),
        date: merged.valid_from,
        legal_basis: merged.legal_basis,
      })),
  );
  return { units, successions };
}
