# Compiled on the machine's own platform, whichever the image is for.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /source
COPY . .
RUN dotnet publish src/Bot --configuration Release --arch "$TARGETARCH" --no-self-contained --output /whybot -p:PublishReadyToRun=true && mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /whybot /whybot
COPY --from=build --chown=$APP_UID /data /data
USER $APP_UID
WORKDIR /data
VOLUME /data
ENV Whybot__Url=http://0.0.0.0:8380 Whybot__Store__File=/data/whybot.db Whybot__Evidence__Folder=/data/whybot-evidence
EXPOSE 8380 8381
ENTRYPOINT ["dotnet", "/whybot/whybot.dll"]
CMD ["serve"]
