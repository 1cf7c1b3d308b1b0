import { Command } from 'commander';
import { parse } from 'csv-parse/sync';
import { directoryImportFromEnvironment } from '../lambda/aws/directory-import.ts';
import type { CustomerImport } from '../lambda/core/customer/import.ts';
import { readCustomers, rowOfCells } from '../lambda/core/customer/import.ts';
import { BadInput } from '../lambda/core/errors.ts';
import { readBytes } from './files.ts';
import type { PlaceOptions } from './place.ts';
import { inPlace, placeOptions } from './place.ts';
import { exitCode } from './exit-code.ts';

/** `customers import <file>`: writes rows of a CSV or JSON Lines file to the customers table. */
export function customersCommand(): Command {
  const load = new Command('import')
    .description(
      'write the rows of a .csv or .jsonl file to the customers table; bad rows are listed, the others go on',
    )
    .argument('<file>', 'columns customerId, email, name, locale, region, products (a|b), createdAt, status')
    .action((file: string, options: PlaceOptions) => importCustomers(file, options));
  return new Command('customers').description('the customers table').addCommand(placeOptions(load));
}

async function importCustomers(file: string, options: PlaceOptions): Promise<void> {
  const read = readCustomers(rowsOf(file));
  await inPlace(options, () => directoryImportFromEnvironment().put(read.customers));
  process.stdout.write(`${report(read).join('\n')}\n`);
  if (read.faults.length > 0) process.exitCode = exitCode.badInput;
}

/** Rows as they stand in the file, unchecked. Throws BadInput for a file that is neither CSV nor JSON Lines. */
export function rowsOf(file: string): unknown[] {
  const text = new TextDecoder().decode(readBytes(file));
  if (file.endsWith('.csv')) return csvRows(file, text);
  if (file.endsWith('.jsonl'))
    return text.split('\n').flatMap((line, index) => jsonRow(line, `${file} line ${index + 1}`));
  throw new BadInput(
    `"${file}" is neither .csv nor .jsonl.`,
    'Export the customers as CSV with a header, or as JSON Lines.',
  );
}

function csvRows(file: string, text: string): unknown[] {
  try {
    const rows: Record<string, string>[] = parse(text, {
      columns: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
    });
    return rows.map(rowOfCells);
  } catch (cause) {
    throw new BadInput(
      `"${file}" is not valid CSV.`,
      cause instanceof Error ? cause.message : 'Correct it.',
      { cause },
    );
  }
}

/** A line that is no JSON becomes a row that no schema accepts, so that it is listed like any other bad row. */
function jsonRow(line: string, place: string): unknown[] {
  if (line.trim() === '') return [];
  try {
    return [JSON.parse(line)];
  } catch {
    return [`not JSON: ${place}`];
  }
}

function report({ customers, faults, sharedMailboxes }: CustomerImport): string[] {
  return [
    `${customers.length} customers imported.`,
    ...faults.map(({ row, message }) => `  row ${row} not imported: ${message}`),
    ...sharedMailboxes.map(
      ({ customerIds }) => `  one mailbox, several customers: ${customerIds.join(', ')} (each is told)`,
    ),
  ];
}
