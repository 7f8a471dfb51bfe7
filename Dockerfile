# Build:  docker build -t briefingbot .
# Run:    docker run --rm -v briefingbot:/data --network host briefingbot
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/BriefingBot -c Release -o /app --nologo -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# The user of the base image; the data folder is the only place it writes to.
RUN mkdir /data && chown $APP_UID /data
USER $APP_UID
VOLUME /data
ENV BRIEFINGBOT_Data=/data \
    DOTNET_gcServer=0
# The token comes from the environment (BRIEFINGBOT_Discord__Token), never from a file of the image.
# A stop is graceful: what runs is finished, what waits is marked interrupted and can be asked again.
STOPSIGNAL SIGTERM
ENTRYPOINT ["dotnet", "briefingbot.dll"]
CMD ["serve"]
