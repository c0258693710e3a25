FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund && npm cache clean --force
COPY src ./src
COPY workflows ./workflows
COPY templates ./templates
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 8080
CMD ["node", "src/cli/rechtenloket.ts", "start"]
