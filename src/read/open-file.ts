import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { KorvausError } from '../model/errors.js'

/** A pipe without a writer would be waited for otherwise. */
const readOnly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** A file that is open for reading; what goes wrong with it is told by the name that the user gave it. */
export class OpenFile {
  readonly #name: string
  readonly #descriptor: number

  constructor(path: string, name: string) {
    this.#name = name
    this.#descriptor = this.#tried(() => openSync(path, readOnly))
  }

  /** Its size and the time of its last change. Throws `input-no-file` for a folder, a pipe or a device. */
  state(): { readonly size: number; readonly mtimeMs: number } {
    const state = this.#tried(() => fstatSync(this.#descriptor))
    if (!state.isFile()) throw new KorvausError('input-no-file', { path: this.#name })
    return state
  }

  /** The bytes at a place, as many as the buffer has room for and the file still holds. */
  read(buffer: Buffer, position: number): Buffer {
    let length = 0
    for (let count = -1; count !== 0 && length < buffer.length; length += count) {
      count = this.#tried(() => readSync(this.#descriptor, buffer, length, buffer.length - length, position + length))
    }
    return buffer.subarray(0, length)
  }

  close(): void {
    closeSync(this.#descriptor)
  }

  #tried<Result>(act: () => Result): Result {
    try {
      return act()
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      throw code === 'ENOENT' ? new KorvausError('input-missing', { path: this.#name }) : new KorvausError('input-unreadable', { path: this.#name, reason: code })
    }
  }
}
