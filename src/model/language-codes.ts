/** The languages of every message, form and page. */
export const languages = ['fi', 'sv', 'en'] as const
