import fc from 'fast-check';
import { cutToWidth, textWidth, wrapToWidth } from '../../../dialogs/pictures/text-width';

describe('texts in a given width', () => {
  it('are estimated a little above what Arial takes', () => {
    // Measured in a browser with Liberation Sans, which has the widths of Arial, at 14 pixels.
    expect(textWidth('Ministère de l’Enseignement supérieur', 14)).toBeGreaterThan(235);
    expect(textWidth('Ministère de l’Enseignement supérieur', 14)).toBeLessThan(270);
  });

  it('are cut after a word that says something', () => {
    expect(cutToWidth('Agence de la transition écologique', 100, 14)).toBe('Agence…');
    expect(cutToWidth('Agence', 100, 14)).toBe('Agence');
  });

  it('never take more than the width or the lines, and lose no word before the cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 30 })),
        fc.integer({ min: 1, max: 4 }),
        (words, most) => {
          const text = words.join(' ');
          const lines = wrapToWidth(text, 200, 14, most, 120);

          expect(lines.length).toBeLessThanOrEqual(most);
          for (const [index, line] of lines.entries()) {
            expect(textWidth(line, 14)).toBeLessThanOrEqual(index === 0 ? 120 : 200);
          }
          const asked = text.split(/[ \n]+/u).filter((word) => word !== '');
          if (lines.every((line) => !line.endsWith('…'))) {
            expect(lines.flatMap((line) => line.split(/ +/u)).filter((word) => word !== '')).toEqual(asked);
          }
        },
      ),
    );
  });
});
