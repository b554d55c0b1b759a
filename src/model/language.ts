import { z } from 'zod'

/** The languages of every message, form and page. */
export const languages = ['fi', 'sv', 'en'] as const
export const languageSchema = z.enum(languages)
export type Language = z.infer<typeof languageSchema>

/** One text in each language. */
export const localizedSchema = z.strictObject({ fi: z.string().min(1), sv: z.string().min(1), en: z.string().min(1) })
export type Localized = z.infer<typeof localizedSchema>
