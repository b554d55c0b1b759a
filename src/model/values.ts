import type { ReasonCode } from './errors.js'
import { z } from 'zod'
import { isIsoDate } from './dates.js'

export const isoDateSchema = z.string().refine(isIsoDate, 'not-a-date' satisfies ReasonCode)

/** The enumerated values of a service log; their names in three languages are in `values-names.ts`. */
export const categories = ['HEALTH', 'SOCIAL', 'INTERPRETING', 'TRANSLATION', 'SAFETY', 'HOUSING', 'LEGAL', 'CASH', 'RETURN', 'OTHER'] as const
export const categorySchema = z.enum(categories)
export type Category = z.infer<typeof categorySchema>

export const providerKinds = ['own', 'municipal', 'authority', 'ngo', 'religious', 'company'] as const
export const providerKindSchema = z.enum(providerKinds)
export type ProviderKind = z.infer<typeof providerKindSchema>

export const units = ['h', 'day', 'visit', 'km', 'piece'] as const
export const unitSchema = z.enum(units)
export type Unit = z.infer<typeof unitSchema>

export const costBases = ['actual', 'estimate', 'accrual'] as const
export const costBasisSchema = z.enum(costBases)
export type CostBasis = z.infer<typeof costBasisSchema>

export const admissionGrounds = ['victim', 'investigation', 'child'] as const
export const admissionGroundSchema = z.enum(admissionGrounds)
export type AdmissionGround = z.infer<typeof admissionGroundSchema>

export const statementResults = ['supports', 'partly', 'no'] as const
export const statementResultSchema = z.enum(statementResults)
export type StatementResult = z.infer<typeof statementResultSchema>

export const decisionResults = ['granted', 'partly', 'denied'] as const
export const decisionResultSchema = z.enum(decisionResults)
export type DecisionResult = z.infer<typeof decisionResultSchema>

export const claimantKinds = [
  'municipality',
  'wellbeing-services-county',
  'city-of-helsinki',
  'aland-municipality',
  'aland-health-authority',
  'hus',
] as const
export const claimantKindSchema = z.enum(claimantKinds)
export type ClaimantKind = z.infer<typeof claimantKindSchema>

export const outcomes = ['claimable', 'rejected', 'review'] as const
export const outcomeSchema = z.enum(outcomes)
export type Outcome = z.infer<typeof outcomeSchema>

export const effects = ['reject', 'review', 'note'] as const
export const effectSchema = z.enum(effects)
export type Effect = z.infer<typeof effectSchema>
