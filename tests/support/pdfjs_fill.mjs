// Fill in PDFs as Firefox does: through pdf.js, which appends what changed to the file.
// node pdfjs_fill.mjs FOLDER JOBS: FOLDER holds pdfjs-dist; JOBS is JSON, a list of
// {source, target, values: {name of a field: text, option of a group, or true}}.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, jobs] = process.argv.slice(2);
const home = join(folder, "pdfjs-dist");
const { getDocument } = await import(pathToFileURL(join(home, "legacy", "build", "pdf.mjs")));

for (const { source, target, values } of JSON.parse(readFileSync(jobs, "utf8"))) {
  const data = new Uint8Array(readFileSync(source));
  const task = getDocument({ data, verbosity: 0, standardFontDataUrl: join(home, "standard_fonts/") });
  const pdf = await task.promise;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    for (const field of await page.getAnnotations()) {
      if (field.subtype !== "Widget" || !(field.fieldName in values)) continue;
      const value = values[field.fieldName];
      const chosen = field.radioButton ? field.buttonValue === value : value;
      pdf.annotationStorage.setValue(field.id, { value: chosen });
    }
  }
  writeFileSync(target, await pdf.saveDocument());
  await task.destroy();
}
