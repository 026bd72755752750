import { statSync } from 'node:fs';
import { Filler } from './fill.ts';
import { formOf } from './forms.ts';
import { logIn, newCampaign, newOffice, type BenchOffice } from './office.ts';

const campaigns = 35;
const firstYear = 1990;

/**
 * Makes an office of about 300 MB: 16,500 households and their forms of 35 campaigns, which are 600,000 records,
 * each with its row in the audit trail; the payloads of those years are purged.
 */
export async function bigOffice(
  userData: string,
  scale: number,
): Promise<{ office: BenchOffice; records: number; bytes: number }> {
  const households = Math.ceil(16_800 * scale);
  const office = await newOffice(userData);
  const client = await logIn(office);
  const ids: number[] = [];
  for (let index = 0; index < campaigns; index += 1) ids.push(await newCampaign(client, firstYear + index));
  await client.stop();
  const filler = new Filler(office);
  const villages = filler.villages();
  const communes = filler.communes();
  const placeOf = (index: number) => {
    const village_id = villages[index % villages.length] ?? 0;
    return { village_id, commune_id: communes.get(village_id) ?? 0 };
  };
  const head = (index: number) => formOf(index, 1, firstYear);
  for (let index = 0; index < households; index += 1) {
    const { head_name, birth, sex, member_count } = head(index);
    const { village_id } = placeOf(index);
    const values = { village_id, head_name, birth, sex, member_count, state: 'living' };
    filler.add('household', index + 1, values, { search: true, audit: true });
  }
  let id = 0;
  for (const [campaign, campaign_id] of ids.entries())
    for (let index = 0; index < households; index += 1) {
      const form = formOf(index, index + 1, firstYear + campaign);
      const values = {
        ...form,
        ...placeOf(index),
        campaign_id,
        household_id: index + 1,
        entry_way: 'stack',
      };
      filler.add('pledge', ++id, values, { search: false, audit: true });
    }
  filler.close();
  return { office, records: households + id, bytes: statSync(office.file).size };
}
