import { KorvausError } from '../model/errors.js'

type Prompt = typeof import('inquirer')['default']['prompt']

/** Asks on the terminal. Throws `declined` when the person stops with Ctrl-C. */
export async function ask<Answers extends object>(questions: readonly object[]): Promise<Answers> {
  const { default: inquirer } = await import('inquirer')
  try {
    return (await inquirer.prompt(questions as unknown as Parameters<Prompt>[0])) as unknown as Answers
  } catch (error) {
    if ((error as Error).name === 'ExitPromptError') throw new KorvausError('declined', { what: 'Ctrl-C' }, { cause: error })
    throw error
  }
}
