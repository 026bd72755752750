import { listed } from '../database/listed.ts';
import { statement } from '../database/statement.ts';
import { query } from '../database/tables.ts';

/** The campaign, and as a list the forms for which another form of a merged household stands. */
type OfForms = { campaign_id: number; superseded: string };

const standingForms = (given: OfForms) =>
  query
    .selectFrom('pledge')
    .where('campaign_id', '=', given.campaign_id)
    .where('voided_at', 'is', null)
    .where('id', 'not in', listed(given.superseded));

/** The forms of some villages (a list), by number. */
export const formsIn = statement((given: OfForms & { villages: string }) =>
  standingForms(given)
    .select(['household_id', 'head_name', 'birth', 'sex', 'ethnicity', 'member_count', 'id as pledge_id'])
    .select(['form_number', 'signature_mode', 'reason', 'signed_on', 'note'])
    .where('village_id', 'in', listed(given.villages))
    .orderBy('form_number')
    .orderBy('id'),
);

/** How many forms each village has, how many of them are signed and how many of these were marked in bulk. */
export const formCounts = statement((given: OfForms) =>
  standingForms(given)
    .select(({ fn }) => [
      'village_id',
      fn.countAll<number>().as('forms'),
      fn.countAll<number>().filterWhere('signature_mode', '<>', 'not_yet').as('signed'),
      fn
        .countAll<number>()
        .filterWhere('signature_mode', '<>', 'not_yet')
        .filterWhere('entry_way', '=', 'bulk')
        .as('bulk'),
    ])
    .groupBy('village_id'),
);

/** The campaign, its last day, when it was closed, and as a list the merged households that have a form by another. */
type WithoutForm = { campaign_id: number; to: string; closed_at: string; covered: string };

// An event keeps what was before it, so the first event after the campaign says how things stood at its end.
const withoutForm = (given: WithoutForm) =>
  query
    .selectFrom('household')
    .leftJoin('household_event as event', (join) =>
      join.on('event.id', '=', (from) =>
        from
          .selectFrom('household_event as later')
          .select('later.id')
          .whereRef('later.household_id', '=', 'household.id')
          .where('later.event_on', '>', given.to)
          .where('later.voided_at', 'is', null)
          .orderBy('later.event_on')
          .orderBy('later.id')
          .limit(1),
      ),
    )
    .where('household.voided_at', 'is', null)
    .where((is) =>
      is.or([
        is('household.state', '=', 'living'),
        is.and([is('household.state', '=', 'moved_out'), is('household.moved_out_on', '>', given.to)]),
      ]),
    )
    .where((is) =>
      is.or([is('household.moved_in_on', 'is', null), is('household.moved_in_on', '<=', given.to)]),
    )
    .where((is) =>
      is.or([
        is('event.event_type', 'is', null),
        is('event.event_type', 'not in', ['split_from', 'moved_in', 'returned']),
      ]),
    )
    .where('household.id', 'not in', listed(given.covered))
    .where((is) => {
      const forms = is
        .selectFrom('pledge')
        .select('pledge.id')
        .whereRef('pledge.household_id', '=', 'household.id')
        .where('pledge.voided_at', 'is', null);
      const formsByThen = forms
        .innerJoin('pledge_campaign as campaign', 'campaign.id', 'pledge.campaign_id')
        .where('campaign.from_date', '<=', given.to);
      return is.and([
        is.not(is.exists(forms.where('pledge.campaign_id', '=', given.campaign_id))),
        is.or([
          is.exists(formsByThen),
          is.and([is('household.created_at', '<=', given.closed_at), is.not(is.exists(forms))]),
        ]),
      ]);
    });

/** The households of some villages (a list) without a form, as they stood at the campaign's end. */
export const householdsWithoutForm = statement((given: WithoutForm & { villages: string }) =>
  withoutForm(given)
    .select((is) => [
      'household.id as household_id',
      is.fn.coalesce('event.head_name_before', 'household.head_name').as('head_name'),
      is.fn.coalesce('event.birth_before', 'household.birth').as('birth'),
      is.fn.coalesce('event.sex_before', 'household.sex').as('sex'),
      is.fn.coalesce('event.member_count_before', 'household.member_count').as('member_count'),
      // An event does not keep ethnicity: it is known of the head of today alone.
      is
        .case()
        .when(
          is.or([
            is('event.head_name_before', 'is', null),
            is('event.head_name_before', '=', is.ref('household.head_name')),
          ]),
        )
        .then(is.ref('household.ethnicity'))
        .end()
        .as('ethnicity'),
    ])
    // Who lives there now, and who left after the campaign: few, so that not every household is looked at.
    .where('household.id', 'in', (from) =>
      from
        .selectFrom('household as here')
        .select('here.id')
        .where('here.village_id', 'in', listed(given.villages))
        .where('here.voided_at', 'is', null)
        .union(
          from
            .selectFrom('household_event as moved')
            .select('moved.household_id as id')
            .where('moved.event_on', '>', given.to)
            .where('moved.from_village_id', 'in', listed(given.villages)),
        ),
    )
    .where(
      ({ fn }) => fn.coalesce('event.from_village_id', 'household.village_id'),
      'in',
      listed(given.villages),
    ),
);

/** How many households without a form each village had at the campaign's end. */
export const countsWithoutForm = statement((given: WithoutForm) =>
  withoutForm(given)
    .select(({ fn }) => [
      fn.coalesce('event.from_village_id', 'household.village_id').as('village_id'),
      fn.countAll<number>().as('waiting'),
    ])
    .groupBy(({ fn }) => fn.coalesce('event.from_village_id', 'household.village_id')),
);
