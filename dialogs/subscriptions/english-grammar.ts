import type { Grammar } from './grammar';

/** A change, as people say that it happens. */
const CHANGES_EN =
  '(?:(?:ever )?(?:changes?|moves?|evolves?|progress(?:es)?|appears?|disappears?|arrives?|comes? out)|(?:is|are|gets?|has been|have been|was|were) (?:updated|changed|modified|revised|published|known|announced|added|removed|corrected)|(?:has|have|gets?) (?:a |any )?(?:news|new projects?))';
const NEWS_EN =
  '(?:(?:something|anything)(?: new)?(?: (?:changes|happens))?|(?:a|an|any|every|each|all|the|some)? ?(?:changes?|updates?|news|modifications?)(?: to| in| on| about)?)';
const PRESENT_EN =
  '(?:changes?|moves?|evolves?|progress(?:es)?|(?:is|are|gets?) (?:updated|changed|modified|revised|published|known|announced|added|removed|corrected))';
const WHEN_EN = '(?:when|whenever|if|as soon as|once|each time|every time|in case of)';
const OF_EN = '(?:about|of|on|to|for|regarding|with)';

/** The same in English. */
export const ENGLISH: Grammar = {
  follow: [
    new RegExp(`^(?:notify|alert|warn|ping|inform|email) (?:me|us) (?:${WHEN_EN}|about|of|on|to) (?<about>.+)$`, 'du'),
    new RegExp(
      `^(?:let (?:me|us) know|tell (?:me|us)) ${WHEN_EN} (?<about>.+ ${PRESENT_EN}|there (?:is|are) (?:news|a change|changes|an update|something new) .+)$`,
      'du',
    ),
    new RegExp(
      `^(?:keep|stay|get|be|being) (?:(?:me|us) )?(?:posted|informed|updated|up to date|in the loop|notified|alerted)(?: (?:${WHEN_EN}|${OF_EN}))(?: (?<about>.+))?$`,
      'du',
    ),
    /^(?:subscribe|sign)(?: (?:me|us))?(?: up)?(?: (?:to|for|on))?(?: (?<about>.+))?$/du,
    /^(?:an alert|alerts|set (?:up )?an alert|create an alert|a subscription) (?:on|for|about|to) (?<about>.+)$/du,
    /^(?:notify|alert) (?:me|us)(?<about>)$/du,
  ],
  weak: /^(?:follow|watch|track|monitor)(?: for me)? (?<about>.+)$/du,
  list: /^(?:(?:what are|show|list|see|view|manage|display|where are)(?: me)? )?(?:all )?my (?:subscriptions|alerts|notifications|followed projects)$|^what (?:am i|are we) (?:subscribed to|following)$|^what do (?:i|we) follow$/u,
  how: /^how (?:(?:do|can|could|should|would) (?:i|we|you) |to )(?:follow (?:a|the|some|several|these)? ?projects?|subscribe(?: to (?:a |some )?projects?)?|(?:get|be|stay) (?:notified|alerted|informed|told|updated)(?: (?:of|about) (?:changes|news|updates)| (?:if|when) a project changes)?|(?:get|receive) (?:alerts|notifications|notices))$/u,
  unfollow: [
    new RegExp(
      `^(?:stop|no longer|quit) (?:notifying|alerting|telling|warning|informing|pinging) (?:me|us)(?: (?:${WHEN_EN}|${OF_EN}))?(?: (?<about>.+))?$`,
      'du',
    ),
    new RegExp(
      `^(?:don t|do not|dont|never) (?:notify|alert|tell|warn|ping) (?:me|us) (?:any ?more|again|any longer)(?: (?:${WHEN_EN}|${OF_EN}))?(?: (?<about>.+))?$`,
      'du',
    ),
    new RegExp(
      `^(?:don t|do not|dont) (?:notify|alert) (?:me|us) (?:${WHEN_EN}|${OF_EN}) (?<about>.+?)(?: any ?more)?$`,
      'du',
    ),
    /^unsubscribe(?: (?:me|us))?(?: from)?(?: (?<about>.+))?$/du,
    /^unfollow(?: (?<about>.+))?$/du,
    /^stop following(?: (?<about>.+))?$/du,
    /^(?:stop|cancel|delete|remove|end|no more|turn off|disable)(?: (?:the|my|all|all my|all the|these|those))? (?:alerts?|notifications?|notices?|subscriptions?)(?: (?:about|on|to|for|of|from))?(?: (?<about>.+))?$/du,
  ],
  heads: new RegExp(
    `^(?:(?:there (?:is|are)|what (?:s|is) new|(?:something|anything)(?: new)? (?:changes|happens)|${NEWS_EN})(?: (?:on|in|about|with|to|for|of))? |(?:(?:a|any|the) )?new (?=projects? )|(?:a|any|each|every) (?=project (?:on|about|of|in|run|led)))+`,
    'u',
  ),
  tails: new RegExp(`(?: ${CHANGES_EN})+$`, 'u'),
  everything: new RegExp(
    `^(?:(?:there (?:is|are) )?(?:a |any |the )?new projects?|everything|anything|something|all|(?:a|any|each|every|new|a new|any new|all|all the|the) projects?|the (?:base|data|database)|${NEWS_EN}(?: (?:the )?(?:base|data|projects))?)$`,
    'u',
  ),
  ofNew: /\bnew projects?\b/u,
  this: /^(?:he|she|they|them|these|those|(?:this|that|the) (?:project|list)|(?:these|those) projects|one of (?:them|these|those))$/u,
  thisValue: /^(?:it|this|that|(?:this|that) (?:figure|amount|value|number))$/u,
};
