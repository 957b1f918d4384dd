# Built in two stages, so that the image holds a Java runtime, the line, and nothing to build with.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /line
COPY pom.xml ./
COPY src src
COPY db db
COPY ivr-scripts ivr-scripts
RUN mvn --batch-mode --no-transfer-progress -Dmaven.test.skip=true package

FROM eclipse-temurin:17-jre-alpine
RUN addgroup -S line && adduser -S -G line line
WORKDIR /line
COPY --from=build /line/target/lib lib
COPY --from=build /line/target/referral-line.jar referral-line.jar
USER line
# Inside a container the service is reached from outside it; what is outside is the operator's to decide.
# It needs DATABASE_URL and the Twilio settings: a sandbox in here could not be reached.
ENV HOST=0.0.0.0 PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s \
    CMD wget -q -O /dev/null "http://127.0.0.1:${PORT}/readyz" || exit 1
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-jar", "referral-line.jar"]
