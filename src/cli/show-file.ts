import { spawn } from 'node:child_process'
import type { Io } from './io.js'
import type { Language } from '../model/language.js'
import { checkPageTexts } from '../templates/check-page-texts.js'
import { fill } from '../templates/fill.js'

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = { darwin: ['open'], win32: ['explorer.exe'] }
const patience = 3000

/** Shows a file with the program that the person's system has for it (`BROWSER` names another); says where it lies when that fails. */
export async function showFile(io: Io, path: string, language: Language): Promise<void> {
  const [program, ...before] = io.env.BROWSER ? [io.env.BROWSER] : (openers[process.platform] ?? ['xdg-open'])
  const opened = await new Promise<boolean>((resolve) => {
    const child = spawn(program as string, [...before, path], { stdio: 'ignore', detached: true })
    const waiting = setTimeout(() => settle(true), patience)
    const settle = (isShown: boolean) => {
      clearTimeout(waiting)
      child.unref()
      resolve(isShown)
    }
    child.once('error', () => settle(false))
    // The explorer of Windows ends with 1 though it has shown the file.
    child.once('exit', (code) => settle(code === 0 || process.platform === 'win32'))
  })
  if (!opened) io.stderr(`${fill(checkPageTexts.notOpened[language], { path })}\n`)
}
