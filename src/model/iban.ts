import { electronicFormatIBAN, isValidIBAN } from 'ibantools'

/** Whether the text is a valid IBAN, with or without the spaces of print. */
export function isIban(text: string): boolean {
  const compact = electronicFormatIBAN(text)
  return compact !== null && isValidIBAN(compact)
}
