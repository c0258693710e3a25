FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund && npm cache clean --force
COPY src ./src
COPY workflows ./workflows
COPY templates ./templates
RUN mkdir -p /data node_modules/.cache && chown node:node /data node_modules/.cache
USER node
# A start without settings only says what is missing, and leaves compiled code behind: a running container cannot write here.
RUN node src/cli/rechtenloket.ts start; test -d node_modules/.cache/rechtenloket/worker
EXPOSE 8080
CMD ["node", "src/cli/rechtenloket.ts", "start"]
