/** How Web Chat and its cards look: colours of a palette, fonts of the page, and what fits the width. */

const FONT =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', 'DejaVu Sans', sans-serif";
/** Every pair that is read has a contrast of 4.5:1 or more. */
const LIGHT = {
  accent: '#000091',
  accentHover: '#00006D',
  avatar: '#000091',
  onAccent: '#FFFFFF',
  ink: '#161616',
  quiet: '#57575F',
  ground: '#FFFFFF',
  bubble: '#F4F4FB',
  pressed: '#E3E3FD',
  line: '#D3D3E4',
  alert: '#B10000',
};
const DARK = {
  accent: '#A9A9FF',
  accentHover: '#C4C4FF',
  // Its letters are white in either scheme.
  avatar: '#4A4AB8',
  onAccent: '#161616',
  ink: '#F2F2F7',
  quiet: '#B6B6C4',
  ground: '#1B1B24',
  bubble: '#2A2A38',
  pressed: '#3C3C52',
  line: '#55556B',
  alert: '#FF9E9E',
};

/** The colours of a scheme, with the site's own accent on a light ground, and stronger lines for whoever asks for contrast. */
export function paletteOf({ isDark = false, isContrasted = false, accent } = {}) {
  const palette = isDark
    ? DARK
    : { ...LIGHT, ...(accent === undefined ? {} : { accent, accentHover: accent, avatar: accent }) };
  return isContrasted ? { ...palette, quiet: palette.ink, line: palette.ink } : palette;
}

const NARROW = window.matchMedia('(max-width: 30rem)');

/** How cards look: as the bubbles around them, their buttons side by side, their headings no larger than the text. */
export function cardStyle(palette) {
  return {
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
      default: cardColours('#00FFFFFF', palette),
      emphasis: cardColours(`#FF${palette.pressed.slice(1)}`, palette),
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
    separator: { lineColor: palette.line, lineThickness: 1 },
    spacing: { small: 4, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 12 },
    supportsInteractivity: true,
    table: { cellSpacing: 6 },
    // Below the h1 and h2 of the page. Without a level a heading is none to a screen reader.
    textBlock: { headingLevel: 3 },
    textStyles: {
      columnHeader: { color: 'default', fontType: 'default', isSubtle: false, size: 'default', weight: 'bolder' },
      heading: { color: 'default', fontType: 'default', isSubtle: false, size: 'default', weight: 'bolder' },
    },
  };
}

function cardColours(backgroundColor, { ink, quiet, accent, line, alert }) {
  const plain = { default: ink, subtle: quiet };
  return {
    backgroundColor,
    borderColor: line,
    foregroundColors: {
      default: plain,
      dark: plain,
      light: plain,
      accent: { default: accent, subtle: accent },
      attention: { default: alert, subtle: alert },
      good: plain,
      warning: plain,
    },
  };
}

/** Web Chat's styleOptions for the window as it is now. */
export function styleOptions(palette) {
  return {
    accent: palette.accent,
    // A long answer is shown from its beginning, where the figure is, and not from its end.
    autoScrollSnapOnPage: true,
    avatarSize: NARROW.matches ? 32 : 40,
    backgroundColor: palette.ground,
    botAvatarBackgroundColor: palette.avatar,
    botAvatarInitials: 'ATP',
    bubbleBackground: palette.bubble,
    bubbleBorderColor: palette.bubble,
    bubbleBorderRadius: 10,
    bubbleFromUserBackground: palette.accent,
    bubbleFromUserBorderColor: palette.accent,
    bubbleFromUserBorderRadius: 10,
    bubbleFromUserTextColor: palette.onAccent,
    bubbleMaxWidth: 560,
    bubbleMinWidth: NARROW.matches ? 180 : 250,
    bubbleTextColor: palette.ink,
    hideUploadButton: true,
    monospaceFont: 'monospace',
    paddingRegular: NARROW.matches ? 8 : 12,
    primaryFont: FONT,
    sendBoxBackground: palette.ground,
    sendBoxBorderTop: `1px solid ${palette.line}`,
    sendBoxButtonColor: palette.accent,
    sendBoxButtonColorOnHover: palette.accentHover,
    sendBoxPlaceholderColor: palette.quiet,
    sendBoxTextColor: palette.ink,
    sendBoxTextWrap: true,
    subtle: palette.quiet,
    suggestedActionBackgroundColor: palette.ground,
    suggestedActionBackgroundColorOnActive: palette.pressed,
    suggestedActionBackgroundColorOnHover: palette.bubble,
    suggestedActionBorderColor: palette.accent,
    suggestedActionBorderRadius: 18,
    suggestedActionBorderWidth: 1,
    suggestedActionHeight: 36,
    suggestedActionLayout: NARROW.matches ? 'stacked' : 'flow',
    suggestedActionTextColor: palette.accent,
    suggestedActionsStackedHeight: NARROW.matches ? 132 : undefined,
    suggestedActionsStackedLayoutButtonTextWrap: true,
    timestampColor: palette.quiet,
    transitionDuration: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? '0s' : '0.2s',
  };
}
