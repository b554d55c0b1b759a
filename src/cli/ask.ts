import { KorvausError } from '../model/errors.js'
import type { Language } from '../model/language.js'
import { withUnseenShown } from '../model/unseen.js'
import { askTexts, keyTexts } from '../templates/ask-texts.js'

type Prompt = typeof import('inquirer')['default']['prompt']

/** Asks on the terminal; what stands around the questions is in the language too, and no words at all while none is chosen. Throws `declined` when the person stops with Ctrl-C. */
export async function ask<Answers extends object>(questions: readonly object[], language: Language | undefined): Promise<Answers> {
  const { default: inquirer } = await import('inquirer')
  const theme = themeIn(language)
  try {
    return (await inquirer.prompt(questions.map((question) => ({ ...shownQuestion(question), theme })) as unknown as Parameters<Prompt>[0])) as unknown as Answers
  } catch (error) {
    if ((error as Error).name === 'ExitPromptError') throw new KorvausError('declined', { what: 'Ctrl-C' }, { cause: error })
    throw error
  }
}

/** Names of sheets and words of cells stand in questions: they are shown as everywhere else, and answered as they are. */
function shownQuestion(question: { readonly message?: unknown; readonly choices?: unknown }): object {
  const { message, choices } = question
  return {
    ...question,
    ...(typeof message === 'string' ? { message: withUnseenShown(message) } : {}),
    ...(Array.isArray(choices) ? { choices: choices.map(shownChoice) } : {}),
  }
}

function shownChoice(choice: unknown): unknown {
  if (typeof choice === 'string') return { name: withUnseenShown(choice), value: choice }
  const { name } = choice as { readonly name?: unknown }
  return typeof name === 'string' ? { ...(choice as object), name: withUnseenShown(name) } : choice
}

function themeIn(language: Language | undefined): object {
  const wordOf = (action: string) => (language === undefined ? '' : (keyTexts[action]?.[language] ?? action))
  const keysHelpTip = (keys: readonly (readonly [key: string, action: string])[]) => keys.map(([key, action]) => `${key} ${wordOf(action)}`.trimEnd()).join(' · ')
  if (language === undefined) return { style: { keysHelpTip } }
  return { style: { keysHelpTip }, keywords: { yes: askTexts.yes[language], no: askTexts.no[language], error: () => askTexts.yesOrNo[language] } }
}
