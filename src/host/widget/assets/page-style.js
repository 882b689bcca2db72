/** How Web Chat looks: the page's colours and fonts, and what fits its width. */

const FONT =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', 'DejaVu Sans', sans-serif";
const BLUE = '#000091';
const INK = '#161616';
const QUIET = '#57575F';

const NARROW = window.matchMedia('(max-width: 30rem)');

/** How cards look: as the bubbles around them, their buttons side by side, their headings no larger than the text. */
export const CARDS = {
  actions: {
    actionAlignment: 'left',
    actionsOrientation: 'horizontal',
    buttonSpacing: 8,
    maxActions: 20,
    preExpandSingleShowCardAction: false,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'default' },
    spacing: 'default',
  },
  adaptiveCard: { allowCustomStyle: false },
  containerStyles: {
    // Alpha first: nothing over the bubble's own colour.
    default: cardColours('#00FFFFFF'),
    emphasis: cardColours('#FFE3E3FD'),
  },
  fontFamily: FONT,
  fontSizes: { small: 14, default: 15, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  imageSizes: { small: 40, medium: 80, large: 160 },
  inputs: {
    errorMessage: { color: 'attention', size: 'default', spacing: 'small', weight: 'default' },
    label: {
      inputSpacing: 'small',
      optionalInputs: { color: 'default', isSubtle: false, size: 'default', weight: 'bolder' },
      requiredInputs: { color: 'default', isSubtle: false, size: 'default', weight: 'bolder' },
    },
  },
  separator: { lineColor: '#D3D3E4', lineThickness: 1 },
  spacing: { small: 4, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 12 },
  supportsInteractivity: true,
  table: { cellSpacing: 6 },
  textStyles: {
    columnHeader: { color: 'default', fontType: 'default', isSubtle: false, size: 'default', weight: 'bolder' },
    heading: { color: 'default', fontType: 'default', isSubtle: false, size: 'default', weight: 'bolder' },
  },
};

function cardColours(backgroundColor) {
  const plain = { default: INK, subtle: QUIET };
  return {
    backgroundColor,
    borderColor: '#D3D3E4',
    foregroundColors: {
      default: plain,
      dark: plain,
      light: plain,
      accent: { default: BLUE, subtle: BLUE },
      attention: { default: '#B10000', subtle: '#B10000' },
      good: plain,
      warning: plain,
    },
  };
}

/** Web Chat's styleOptions for the window as it is now. */
export function styleOptions() {
  return {
    accent: BLUE,
    // A long answer is shown from its beginning, where the figure is, and not from its end.
    autoScrollSnapOnPage: true,
    avatarSize: NARROW.matches ? 32 : 40,
    backgroundColor: 'White',
    botAvatarBackgroundColor: BLUE,
    botAvatarInitials: 'ATP',
    bubbleBackground: '#F4F4FB',
    bubbleBorderColor: '#F4F4FB',
    bubbleBorderRadius: 10,
    bubbleFromUserBackground: BLUE,
    bubbleFromUserBorderColor: BLUE,
    bubbleFromUserBorderRadius: 10,
    bubbleFromUserTextColor: 'White',
    bubbleMaxWidth: 560,
    bubbleMinWidth: NARROW.matches ? 180 : 250,
    bubbleTextColor: INK,
    hideUploadButton: true,
    monospaceFont: 'monospace',
    paddingRegular: NARROW.matches ? 8 : 12,
    primaryFont: FONT,
    sendBoxBackground: 'White',
    sendBoxBorderTop: '1px solid #D3D3E4',
    sendBoxButtonColor: BLUE,
    sendBoxButtonColorOnHover: '#00006D',
    sendBoxPlaceholderColor: QUIET,
    sendBoxTextColor: INK,
    sendBoxTextWrap: true,
    subtle: QUIET,
    suggestedActionBackgroundColor: 'White',
    suggestedActionBackgroundColorOnActive: '#E3E3FD',
    suggestedActionBackgroundColorOnHover: '#F4F4FB',
    suggestedActionBorderColor: BLUE,
    suggestedActionBorderRadius: 18,
    suggestedActionBorderWidth: 1,
    suggestedActionHeight: 36,
    suggestedActionLayout: NARROW.matches ? 'stacked' : 'flow',
    suggestedActionTextColor: BLUE,
    suggestedActionsStackedHeight: NARROW.matches ? 132 : undefined,
    suggestedActionsStackedLayoutButtonTextWrap: true,
    timestampColor: QUIET,
    transitionDuration: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? '0s' : '0.2s',
  };
}
