import type { Archive } from '../core/archive.ts';
import type { Directory } from '../core/customer/directory.ts';
import type { Documents } from '../core/documents.ts';
import type { Evidence, Ledger } from '../core/ledger/ledger.ts';
import type { Quota, TemplateStore } from '../core/outcome/mailer.ts';
import type { Settings } from '../core/settings/settings.ts';

/** What `prepare` needs of the outside world. */
export interface PreparePorts {
  readonly archive: Archive;
  readonly documents: Documents;
  readonly ledger: Ledger;
  readonly evidence: Evidence;
  readonly directory: Directory;
  readonly templates: TemplateStore;
  readonly quota: Quota;
  readonly settings: Settings;
  /** 32 bytes nobody can guess; asked once a notice. */
  readonly randomKey: () => Uint8Array;
}
