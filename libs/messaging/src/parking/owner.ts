/** The service that a consumer group belongs to: `<service>`, `<service>-crisis` or `<service>.<projection>`. */
export const ownerOf = (consumer: string): string => consumer.replace(/-crisis$|\..*$/, '');
