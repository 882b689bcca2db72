import { maskBankAccounts } from './personal-data/bank-accounts';
import { maskMailAddresses } from './personal-data/mail-addresses';
import { type KnownWords, maskPersonNames } from './personal-data/person-names';
import { maskPersonalNumbers } from './personal-data/personal-numbers';

/**
 * The text with what says who somebody is replaced by a fixed mark: "[e-mail]", "[IBAN]", "[NIR]", "[téléphone]", "[nom]".
 * Names are masked where people give their own, a title announces one or a capital stands beside a common first name; other names
 * are not seen. A text already masked comes back unchanged, and none grows to more than twice its length.
 */
export function maskPersonalData(text: string, known: KnownWords): string {
  // A mark cuts what stood around it ("+352 6211 06 12…"), which may read otherwise after: hence until nothing changes.
  // Every round replaces something for good, and the second one almost always replaces nothing.
  for (let masked = text; ;) {
    // Addresses and accounts before numbers: both may hold digits that look like a telephone's.
    const again = maskPersonNames(maskPersonalNumbers(maskBankAccounts(maskMailAddresses(masked))), known);
    if (again === masked) return masked;
    masked = again;
  }
}
