import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cutFace, ruleOf } from '../fonts/cut-face.ts'
import { faces } from '../fonts/faces.ts'
import { drawIcons } from './draw-icons.ts'

/** Run as a program of its own, with an empty folder: made-files.ts says what for. */
const [folder = ''] = process.argv.slice(2)

for (const face of faces) await writeFile(join(folder, `${face.name}.woff2`), await cutFace(face))
await writeFile(join(folder, 'faces.css'), faces.map(ruleOf).join(''))
for (const { name, bytes } of await drawIcons()) await writeFile(join(folder, name), bytes)
