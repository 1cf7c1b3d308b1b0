// The SDK's reminder to upgrade Node would be printed by every suite that makes a client.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
