/** What a resource is called; the first that fits. `<Id.Arn>` stands for what is known only when deployed. */
const resources: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^\*$/, 'everything (these calls know no resources)'],
  [/^<\w*ArchiveTable\w*\.Arn>$/, 'the archive'],
  [/^<\w*NoticesTable\w*\.Arn>$/, 'the ledger of notices'],
  [/^<\w*CustomersTable\w*\.Arn>$/, 'the customers table'],
  [/^<\w*DocumentsBucket\w*\.Arn>$/, 'the list of documents'],
  [/^<\w*DocumentsBucket\w*\.Arn>\/incoming\/\*$/, 'documents under `incoming/`'],
  [/^<\w*DocumentsBucket\w*\.Arn>\/versions\/\*$/, 'documents under `versions/`'],
  [/^<\w*DocumentsBucket\w*\.Arn>\/evidence\/\*$/, 'documents under `evidence/`'],
  [/^<\w*SiteBucket\w*\.Arn>\/\*$/, 'pages of the site'],
  [/^<PolicyNoticeKey\w*\.Arn>$/, 'the key of the records'],
  [/^<PolicyNotice\w+Log[0-9A-F]{8}\.Arn>$/, 'its own log'],
  [/^<PolicyNoticeEvidenceStream[0-9A-F]{8}\.Arn>$/, 'the stream of evidence'],
  [/^<PolicyNoticeEventsQueue[0-9A-F]{8}\.Arn>$/, 'the queue of SES events'],
  [/:identity\/[<\w.>-]+$/, "the sender's domain in SES"],
  [/:configuration-set\/<\w+>$/, 'the configuration set of notices'],
  [/:template\/notice-\*$/, 'SES templates `notice-*`'],
  [/^<PolicyNotice(\w+?)[0-9A-F]{8}\.Arn>$/, 'the step `$1`'],
  [/^<PolicyNotice(\w+?)[0-9A-F]{8}\.Arn>:\*$/, 'versions of the step `$1`'],
  [/^<PolicyNoticeWorkflowPolicyChange[0-9A-F]{8}>$/, 'the state machine'],
];

/** What an action is called; the first that fits. */
const actions: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^dynamodb:(GetItem|Query)$/, 'read'],
  [/^dynamodb:Scan$/, 'read all'],
  [/^dynamodb:PutItem$/, 'add'],
  [/^dynamodb:UpdateItem$/, 'change'],
  [/^s3:(GetObject|GetObjectVersion|ListBucket)$/, 'read'],
  [/^s3:GetBucketLocation$/, 'find'],
  [/^s3:(PutObject|AbortMultipartUpload|ListBucketMultipartUploads)$/, 'write'],
  [/^firehose:PutRecord(Batch)?$/, 'send to'],
  [/^s3:PutObjectRetention$/, 'lock'],
  [/^s3:DeleteObject$/, 'remove'],
  [/^kms:(Decrypt|DescribeKey)$/, 'decrypt'],
  [/^kms:/, 'encrypt'],
  [/^logs:(CreateLogStream|PutLogEvents)$/, 'write'],
  [/^logs:/, 'set up its log'],
  [/^xray:/, 'trace'],
  [/^ses:Send/, 'send'],
  [/^ses:(GetAccount|GetIdentity|DescribeConfigurationSet)/, 'read whether mail may leave'],
  [/^ses:CreateTemplate$/, 'write templates'],
  [/^ses:(GetTemplate|TestRenderTemplate)$/, 'try templates'],
  [/^ses:GetSendQuota$/, 'read the quota'],
  [/^lambda:InvokeFunction$/, 'run'],
  [/^states:StartExecution$/, 'start a run of'],
  [/^ses:UpdateConfigurationSetSendingEnabled$/, 'switch sending off and on'],
  [/^sqs:SendMessage$/, 'send to'],
  [/^sqs:(ReceiveMessage|GetQueueUrl|GetQueueAttributes)$/, 'read'],
  [/^sqs:(ChangeMessageVisibility|DeleteMessage)$/, 'take from'],
];

/** `<PolicyNoticeArchiveTableD033A7AC.Arn>` -> "the archive". Throws TypeError for a resource without words. */
export function resourceInWords(resource: string): string {
  const [pattern, words] = firstOf(resources, resource);
  return words.replace('$1', (pattern.exec(resource)?.[1] ?? '').toLowerCase());
}

/** `dynamodb:Query` -> "read". Throws TypeError for an action without words. */
export function actionInWords(action: string): string {
  return firstOf(actions, action)[1];
}

/** What must be true besides: "through S3", "from privacy@…". Throws TypeError for a condition without words. */
export function conditionInWords(key: string, value: string): string {
  if (key === 'ses:FromAddress') return `from ${value}`;
  if (key === 'ses:Recipients') return `to ${value} alone`;
  if (key === 'kms:ViaService') return value.startsWith('s3.') ? 'through S3' : 'through DynamoDB';
  throw new TypeError(`The condition ${key} has no words in lib/permission-words.ts.`);
}

function firstOf<T extends readonly [RegExp, string]>(table: readonly T[], what: string): T {
  const found = table.find(([pattern]) => pattern.test(what));
  if (found !== undefined) return found;
  throw new TypeError(`${what} has no words in lib/permission-words.ts.`);
}
