import { describe, expect, it } from 'vitest';
import { describeVocabulary } from '../../server/graph/vocabulary.ts';
import { lexicon } from '../support/sample-index.ts';

/** type: asserted | planned | hypothetical | negated | several sources | several, negated | read from the target */
const FORMS = `
talks-with: talks with | to talk with | may talk with | does not talk with | talk with | do not talk with | talks with
visits: visits | to visit | may visit | does not visit | visit | do not visit | is visited by
agrees-with: makes a commitment to | to make a commitment to | may make a commitment to | makes no commitment to | make a commitment to | make no commitment to | receives a commitment from
signs-agreement-with: reaches agreement with | to reach agreement with | may reach agreement with | does not reach agreement with | reach agreement with | do not reach agreement with | reaches agreement with
supports: supports | to support | may support | does not support | support | do not support | is supported by
cooperates-with: cooperates with | to cooperate with | may cooperate with | does not cooperate with | cooperate with | do not cooperate with | cooperates with
gives-aid-to: gives aid to | to give aid to | may give aid to | does not give aid to | give aid to | do not give aid to | is given aid by
supplies-arms-to: supplies arms to | to supply arms to | may supply arms to | does not supply arms to | supply arms to | do not supply arms to | is supplied arms by
eases-pressure-on: eases pressure on | to ease pressure on | may ease pressure on | does not ease pressure on | ease pressure on | do not ease pressure on | has pressure eased by
stands-down-from: stands down from | to stand down from | may stand down from | does not stand down from | stand down from | do not stand down from | is spared by
asks: asks | to ask | may ask | does not ask | ask | do not ask | is asked by
criticises: criticises | to criticise | may criticise | does not criticise | criticise | do not criticise | is criticised by
accuses: accuses | to accuse | may accuse | does not accuse | accuse | do not accuse | is accused by
investigates: investigates | to investigate | may investigate | does not investigate | investigate | do not investigate | is investigated by
rejects: refuses | to refuse | may refuse | does not refuse | refuse | do not refuse | is refused by
threatens: threatens | to threaten | may threaten | does not threaten | threaten | do not threaten | is threatened by
protests-against: protests against | to protest against | may protest against | does not protest against | protest against | do not protest against | faces protests by
sanctions: sanctions | to sanction | may sanction | does not sanction | sanction | do not sanction | is sanctioned by
suspends-aid-to: suspended aid to | to suspend aid to | may suspend aid to | did not suspend aid to | suspended aid to | did not suspend aid to | had aid suspended by
cuts-ties-with: cut ties with | to cut ties with | may cut ties with | did not cut ties with | cut ties with | did not cut ties with | had ties cut by
deploys-against: deploys forces against | to deploy forces against | may deploy forces against | does not deploy forces against | deploy forces against | do not deploy forces against | faces forces deployed by
coerces: coerces | to coerce | may coerce | does not coerce | coerce | do not coerce | is coerced by
attacks: attacks | to attack | may attack | does not attack | attack | do not attack | is attacked by
allied-with: is allied with | to be allied with | may be allied with | is not allied with | are allied with | are not allied with | is allied with
hostile-to: is hostile to | to be hostile to | may be hostile to | is not hostile to | are hostile to | are not hostile to | meets hostility from
holds-office-in: holds office in | to hold office in | may hold office in | does not hold office in | hold office in | do not hold office in | has as office-holder
member-of: is a member of | to be a member of | may be a member of | is not a member of | are members of | are not members of | has as member
based-in: is based in | to be based in | may be based in | is not based in | are based in | are not based in | is the seat of
`
  .trim()
  .split('\n')
  .map((line) => line.split(': ') as [string, string]);

/** Classes and PLOVER events, as the annotation guide lists them. */
const COOPERATION = [
  'talks-with CONSULT',
  'visits CONSULT',
  'agrees-with AGREE',
  'signs-agreement-with SUPPORT',
  'supports SUPPORT',
  'cooperates-with COOPERATE',
  'gives-aid-to AID',
  'supplies-arms-to AID',
  'eases-pressure-on CONCEDE',
  'stands-down-from RETREAT',
  'allied-with null',
];
const CONFLICT = [
  'criticises ACCUSE',
  'accuses ACCUSE',
  'investigates ACCUSE',
  'rejects REJECT',
  'threatens THREATEN',
  'protests-against PROTEST',
  'sanctions SANCTION',
  'suspends-aid-to SANCTION',
  'cuts-ties-with SANCTION',
  'deploys-against MOBILIZE',
  'coerces COERCE',
  'attacks ASSAULT',
  'hostile-to null',
];
const NEUTRAL = ['asks REQUEST', 'holds-office-in null', 'member-of null', 'based-in null'];

const { types } = describeVocabulary(lexicon.relationTypes.values());
const listClass = (wanted: string) =>
  types.filter((type) => type.class === wanted).map(({ id, event }) => `${id} ${event}`);

describe('relation types', () => {
  it('are the 28 of the guide, each in its class and with its event', () => {
    expect(listClass('cooperation')).toEqual(COOPERATION);
    expect(listClass('conflict')).toEqual(CONFLICT);
    expect(listClass('neutral')).toEqual(NEUTRAL);
  });

  it('are symmetric where either order is right', () => {
    expect(types.filter(({ symmetric }) => symmetric).map(({ id }) => id)).toEqual([
      'talks-with',
      'signs-agreement-with',
      'cooperates-with',
      'allied-with',
    ]);
  });

  it.each(FORMS)('%s reads in every modality, for several sources and from the target', (id, forms) => {
    const type = types.find((candidate) => candidate.id === id);
    const { asserted, planned, hypothetical, negated } = type?.labels ?? {};
    const { plural, negatedPlural, inverse } = type?.forms ?? {};
    expect([asserted, planned, hypothetical, negated, plural, negatedPlural, inverse].join(' | ')).toBe(forms);
  });

  it('has an entry in the table above for every type', () => {
    expect(FORMS.map(([id]) => id)).toEqual(types.map(({ id }) => id));
  });

  it('shows as label the form that the graph draws', () => {
    for (const { id, label, forms } of types)
      expect(id.startsWith('allied') || id.startsWith('hostile') ? forms.singular : label).toBe(forms.singular);
  });
});
