/** How Web Chat looks: the page's colours and fonts, and what fits its width. */

const FONT =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', 'DejaVu Sans', sans-serif";
const BLUE = '#000091';
const INK = '#161616';
const QUIET = '#57575F';

const NARROW = window.matchMedia('(max-width: 30rem)');

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
