import { RemovalPolicy } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  Function as EdgeFunction,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { BehaviorOptions } from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { env } from '../../lambda/steps.ts';
import { notFoundPath } from '../../lambda/core/pages/not-found-path.ts';
import { asBucket } from '../as-bucket.ts';
import { acknowledge } from '../acknowledge.ts';
import { guarded } from '../guarded-bucket.ts';
import type { StepFunction } from '../step-function/step.ts';
import { securityHeaders } from './headers.ts';
import { indexPages } from './index-pages.ts';

export interface SiteProps {
  /** Where customers read the policies, e.g. `https://policies.example.com`. */
  readonly url: string;
  /** For the host of `url`, in us-east-1; absent: the site has CloudFront's own name, and `url` must lead to it. */
  readonly certificate?: ICertificate | undefined;
}

/** The public pages: a private bucket that only CloudFront reads. */
export class Site extends Construct {
  /** CloudFront's own name of the site. */
  readonly domainName: string;
  private readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { url, certificate }: SiteProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      ...guarded,
      encryption: BucketEncryption.S3_MANAGED,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const distribution = new Distribution(this, 'Distribution', {
      comment: `policy-notice: ${url}`,
      defaultRootObject: 'index.html',
      defaultBehavior: this.behavior(),
      httpVersion: HttpVersion.HTTP2_AND_3,
      // S3 says "forbidden" of what is not there to those who may not list the bucket.
      errorResponses: [403, 404].map((httpStatus) => ({
        httpStatus,
        responseHttpStatus: 404,
        responsePagePath: `/${notFoundPath}`,
      })),
      ...(certificate !== undefined && {
        certificate,
        domainNames: [new URL(url).hostname],
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
    });
    this.explain(distribution, certificate);
    this.domainName = distribution.distributionDomainName;
  }

  /** Writes pages, and removes those of a withdrawn version. */
  grantPost(step: StepFunction): void {
    step.addEnvironment(env.siteBucket, this.bucket.bucketName);
    const why = 'The site is this bucket, and every page of it is written by this step.';
    step.grantOn(this.bucket.arnForObjects('*'), ['s3:PutObject', 's3:DeleteObject'], { why });
  }

  private behavior(): BehaviorOptions {
    return {
      origin: S3BucketOrigin.withOriginAccessControl(asBucket(this.bucket)),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
      // Keeps what each page's own Cache-Control says.
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      responseHeadersPolicy: new ResponseHeadersPolicy(this, 'Headers', {
        securityHeadersBehavior: securityHeaders,
      }),
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.indexPages() }],
    };
  }

  private explain(distribution: Distribution, certificate: ICertificate | undefined): void {
    const untracked =
      'Nobody is to be tracked reading a policy: a log would collect the addresses of readers.';
    acknowledge(this.bucket, 'AwsSolutions-S1', untracked);
    acknowledge(distribution, 'AwsSolutions-CFR3', untracked);
    acknowledge(
      distribution,
      'AwsSolutions-CFR1',
      'Customers may read what they agreed to wherever they are.',
    );
    acknowledge(
      distribution,
      'AwsSolutions-CFR2',
      'Static pages that take no input: nothing for a firewall to judge.',
    );
    if (certificate !== undefined) return;
    const own =
      "The TLS versions of CloudFront's own name are fixed; with a certificate of yours it is TLS 1.2.";
    acknowledge(distribution, 'AwsSolutions-CFR4', own);
  }

  private indexPages(): EdgeFunction {
    return new EdgeFunction(this, 'IndexPages', {
      comment: 'Maps /terms/ to /terms/index.html',
      code: FunctionCode.fromInline(indexPages),
      runtime: FunctionRuntime.JS_2_0,
    });
  }
}
