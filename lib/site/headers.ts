import { Duration } from 'aws-cdk-lib';
import type { ResponseSecurityHeadersBehavior } from 'aws-cdk-lib/aws-cloudfront';
import { HeadersFrameOption, HeadersReferrerPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { contentSecurityHeader } from '../../lambda/core/pages/content-security.ts';

export const securityHeaders: ResponseSecurityHeadersBehavior = {
  // What each page says of itself, and what only a header can: nobody frames it.
  contentSecurityPolicy: { contentSecurityPolicy: contentSecurityHeader, override: true },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
  // A year, as browsers ask; subdomains are not ours to promise.
  strictTransportSecurity: {
    accessControlMaxAge: Duration.days(365),
    includeSubdomains: false,
    override: true,
  },
};
