import { z } from 'zod'
import { languages } from './language-codes.js'

export const languageSchema = z.enum(languages)
export type Language = z.infer<typeof languageSchema>

/** One text in each language. */
export const localizedSchema = z.strictObject({ fi: z.string().min(1), sv: z.string().min(1), en: z.string().min(1) })
export type Localized = z.infer<typeof localizedSchema>
