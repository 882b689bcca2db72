import { cardProblems } from './card-schema';

const card = (...body: readonly unknown[]): unknown => ({ type: 'AdaptiveCard', version: '1.5', body });
const text = { type: 'TextBlock', text: 'Bonjour' };
const refresh = { type: 'Action.Execute', verb: 'refresh', data: { answer: 1 } };

describe('a valid card', () => {
  it('may hold every element and action of 1.5', () => {
    expect(cardProblems(everything)).toEqual([]);
  });

  it('may write the words of the schema in any case, as Teams does in its samples', () => {
    expect(cardProblems(card({ ...text, size: 'Medium', spacing: 'ExtraLarge' }))).toEqual([]);
  });

  it('may be drawn again, and be answered in place', () => {
    expect(cardProblems(refreshing(refresh))).toEqual([]);
    expect(cardProblems(card({ type: 'ActionSet', actions: [behind({ data: { answer: 1 } })] }))).toEqual([]);
  });

  it('may be empty', () => {
    expect(cardProblems({ type: 'AdaptiveCard', version: '1.0' })).toEqual([]);
  });

  it('keeps what it likes in the data of an action', () => {
    const data = { type: 'Anything', fallback: 3, msteams: { type: 'messageBack' } };

    expect(cardProblems(card({ type: 'ActionSet', actions: [{ type: 'Action.Submit', data }] }))).toEqual([]);
  });
});

describe('what is wrong is said with its place', () => {
  it.each([
    ['a misspelt property', { ...text, colour: 'good' }, 'body[0]: Unrecognized key: "colour"'],
    [
      'a value that is none of the allowed',
      { ...text, weight: 'bold' },
      'body[0].weight: "bold" is none of default, lighter, bolder',
    ],
    ['a number for a text', { type: 'TextBlock', text: 3 }, 'body[0].text: Invalid input: expected string'],
    ['a text for a number', { ...text, maxLines: '3' }, 'body[0].maxLines: Invalid input: expected number'],
    ['a required property left out', { type: 'Image' }, 'body[0].url: '],
    ['a missing type', { text: 'Bonjour' }, 'body[0].type: missing'],
    ['an element of 1.6', { type: 'CompoundButton', title: 'Oui' }, 'body[0].type: "CompoundButton" is no element'],
    ['another of 1.6', { type: 'Input.Rating', id: 'note' }, 'body[0].type: "Input.Rating" is no element'],
    ['an input without id', { type: 'Input.Text' }, 'body[0].id: '],
    ['an address with a space', { type: 'Image', url: 'a b.png' }, 'body[0].url: expected an address'],
    ['a width in another unit', columnOf({ width: '3em' }), 'body[0].columns[0].width: expected a share'],
    ['a table column "auto"', { type: 'Table', columns: [{ width: 'auto' }] }, 'body[0].columns[0].width: expected'],
    ['a fault in a column', columnOf({ items: [{ ...text, wrap: 'yes' }] }), 'body[0].columns[0].items[0].wrap: '],
    ['a fault in a cell', tableOf({ ...text, size: 'huge' }), 'body[0].rows[0].cells[0].items[0].size: '],
    [
      'a fault in a run of text',
      { type: 'RichTextBlock', inlines: ['a', { type: 'TextRun' }] },
      'body[0].inlines[1].text: ',
    ],
    ['a fault in a fallback', { ...text, fallback: { ...text, wrap: 1 } }, 'body[0].fallback.wrap: '],
    [
      'a link without address',
      { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl' }] },
      'body[0].actions[0].url: ',
    ],
    [
      'a card unfolded by a selection',
      { ...columnOf({}), selectAction: { type: 'Action.ShowCard' } },
      'body[0].selectAction.type: ',
    ],
    ['a fault behind an action', { type: 'ActionSet', actions: [behind({ associatedInputs: 'some' })] }, 'fallback.'],
    ['a fault in an unfolded card', unfolding({ ...text, text: null }), 'body[0].actions[0].card.body[0].text: '],
  ])('%s', (_, element, problem) => {
    expect(cardProblems(card(element))).toContainEqual(expect.stringContaining(problem));
  });

  it.each([
    ['no version', { type: 'AdaptiveCard', body: [text] }, 'version: '],
    ['a version above 1.5', { type: 'AdaptiveCard', version: '1.6', body: [text] }, 'version: expected'],
    ['a property of Teams', { type: 'AdaptiveCard', version: '1.5', msteams: {} }, 'card: Unrecognized key: "msteams"'],
    ['a language by its name', { type: 'AdaptiveCard', version: '1.5', lang: 'français' }, 'lang: expected a language'],
    ['no type', { version: '1.5' }, 'type: missing'],
    ['a refresh by Action.Submit', refreshing({ type: 'Action.Submit' }), 'refresh.action.type: '],
    ['a refresh with a fault', refreshing({ type: 'Action.Execute', verb: 3 }), 'refresh.action.verb: '],
    ['a refresh for more than Teams takes', refreshing(refresh, Array(61).fill('29:a')), 'refresh.userIds: '],
    ['no card at all', 'Bonjour', 'card: expected an object'],
    ['a list', [text], 'card: expected an object'],
  ])('of the card itself: %s', (_, whole, problem) => {
    expect(cardProblems(whole)).toContainEqual(expect.stringContaining(problem));
  });
});

describe('the official renderer has its say too', () => {
  it.each([
    ['an element', '1.4', tableOf(text)],
    ['an action', '1.3', { type: 'ActionSet', actions: [{ type: 'Action.Execute', verb: 'ask' }] }],
    ['a property', '1.2', { type: 'Input.Text', id: 'name', label: 'Nom' }],
  ])('%s later than the version of the card, %s', (_, version, element) => {
    expect(cardProblems({ type: 'AdaptiveCard', version, body: [element] })).toContainEqual(
      expect.stringMatching(/^renderer, /),
    );
    expect(cardProblems(card(element))).toEqual([]);
  });

  it('wants a choice to be offered', () => {
    expect(cardProblems(card({ type: 'Input.ChoiceSet', id: 'theme', label: 'Thème' }))).toEqual([
      expect.stringContaining('renderer, Input.ChoiceSet: '),
    ]);
  });

  it('takes the language of every card, not of every second one', () => {
    const french = { type: 'AdaptiveCard', version: '1.5', lang: 'fr' };

    expect([french, french, french].flatMap(cardProblems)).toEqual([]);
  });

  it('does not count the buttons', () => {
    const actions = Array.from({ length: 12 }, () => ({ type: 'Action.Submit', title: 'Suite' }));

    expect(cardProblems({ type: 'AdaptiveCard', version: '1.5', actions })).toEqual([]);
  });
});

describe('an unknown element counts as its fallback', () => {
  const chart = { type: 'Chart.Donut', data: [] };

  it('when that is valid', () => {
    expect(cardProblems(card({ ...chart, fallback: tableOf(text) }))).toEqual([]);
  });

  it('when that is unknown in turn, and has one', () => {
    expect(cardProblems(card({ ...chart, fallback: { type: 'CodeBlock', fallback: text } }))).toEqual([]);
  });

  it('when it is dropped', () => {
    expect(cardProblems(card({ ...chart, fallback: 'drop' }, text))).toEqual([]);
  });

  it('inside a column', () => {
    expect(cardProblems(card(columnOf({ items: [{ ...chart, fallback: text }] })))).toEqual([]);
  });

  it('so that a fault of the fallback is one of the card', () => {
    expect(cardProblems(card({ ...chart, fallback: { ...text, wrap: 'yes' } }))).toEqual([
      expect.stringContaining('body[0].wrap: '),
    ]);
  });
});

function columnOf(column: object): object {
  return { type: 'ColumnSet', columns: [{ type: 'Column', ...column }] };
}

function tableOf(element: object): object {
  const cells = [{ type: 'TableCell', items: [element] }];
  return { type: 'Table', columns: [{ width: 1 }], rows: [{ type: 'TableRow', cells }] };
}

function refreshing(action: object, userIds: readonly unknown[] = ['29:a']): object {
  return { type: 'AdaptiveCard', version: '1.5', body: [text], refresh: { action, userIds } };
}

function behind(submit: object): object {
  return { type: 'Action.Execute', verb: 'ask', fallback: { type: 'Action.Submit', ...submit } };
}

function unfolding(element: object): object {
  const unfolded = { type: 'AdaptiveCard', body: [element] };
  return { type: 'ActionSet', actions: [{ type: 'Action.ShowCard', title: 'Plus', card: unfolded }] };
}

const everything = {
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  type: 'AdaptiveCard',
  version: '1.5',
  lang: 'fr',
  fallbackText: 'Bonjour',
  rtl: false,
  body: [
    {
      ...text,
      style: 'heading',
      size: 'extraLarge',
      weight: 'bolder',
      color: 'accent',
      wrap: true,
      maxLines: 2,
      spacing: 'none',
    },
    {
      type: 'RichTextBlock',
      inlines: [
        'a',
        { type: 'TextRun', text: 'b', underline: true, selectAction: { type: 'Action.OpenUrl', url: '/a' } },
      ],
    },
    {
      type: 'Image',
      url: 'data:image/png;base64,AAAA',
      altText: 'Un graphique',
      width: '50px',
      height: '20px',
      size: 'small',
      horizontalAlignment: 'center',
    },
    { type: 'ImageSet', images: [{ type: 'Image', url: 'a.png' }], imageSize: 'medium' },
    { type: 'Media', sources: [{ mimeType: 'video/mp4', url: 'https://example.org/a.mp4' }], poster: 'a.png' },
    { type: 'FactSet', facts: [{ title: 'Coût', value: '2 M€' }], separator: true },
    {
      type: 'Container',
      style: 'emphasis',
      bleed: true,
      items: [text],
      minHeight: '20px',
      backgroundImage: { url: 'a.png', fillMode: 'repeat' },
      rtl: true,
    },
    columnOf({ width: 'auto', items: [text], verticalContentAlignment: 'center' }),
    columnOf({ width: 2, style: 'good', selectAction: { type: 'Action.Submit', data: 'suite' }, fallback: 'drop' }),
    {
      ...tableOf(text),
      firstRowAsHeader: true,
      showGridLines: false,
      gridStyle: 'accent',
      horizontalCellContentAlignment: 'right',
    },
    {
      type: 'Input.Text',
      id: 'a',
      label: 'Nom',
      isRequired: true,
      errorMessage: 'Écrivez un nom',
      style: 'email',
      regex: '.+',
      maxLength: 9,
      inlineAction: { type: 'Action.Submit', title: 'Envoyer' },
    },
    {
      type: 'Input.ChoiceSet',
      id: 'b',
      label: 'Thème',
      choices: [{ title: 'Eau', value: 'eau' }],
      style: 'filtered',
      isMultiSelect: true,
    },
    { type: 'Input.Toggle', id: 'c', title: 'Accepter', valueOn: 'oui', valueOff: 'non', isVisible: false },
    { type: 'Input.Number', id: 'd', label: 'Montant', min: 0, max: 10, value: 2 },
    { type: 'Input.Date', id: 'e', label: 'Jour', min: '2025-01-01' },
    { type: 'Input.Time', id: 'f', label: 'Heure', value: '10:30' },
    unfolding(text),
    {
      type: 'ActionSet',
      height: 'stretch',
      actions: [
        {
          type: 'Action.ToggleVisibility',
          title: 'Détail',
          targetElements: ['c', { elementId: 'd', isVisible: true }],
        },
      ],
    },
  ],
  actions: [
    { type: 'Action.Submit', title: 'Envoyer', data: { ask: 'suite' }, style: 'positive', associatedInputs: 'none' },
    {
      type: 'Action.OpenUrl',
      title: 'Source',
      url: 'https://example.org/',
      tooltip: 'La source',
      mode: 'secondary',
      isEnabled: true,
    },
    { type: 'Action.Execute', title: 'Suite', verb: 'ask', fallback: { type: 'Action.Submit', title: 'Suite' } },
  ],
};
